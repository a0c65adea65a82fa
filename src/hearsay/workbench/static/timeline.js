// Drag over the chart to look closer at a stretch of time. The links above it do the same without a mouse.
const svg = document.querySelector(".chart:not(.sample)");
if (svg) {
  const { first, last, left, width } = Object.fromEntries(Object.entries(svg.dataset).map(([name, value]) => [name, Number(value)]));
  const brush = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  brush.setAttribute("class", "brush");
  brush.setAttribute("y", "20");
  brush.setAttribute("height", svg.viewBox.baseVal.height - 26);
  let from = null;
  const place = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return Math.min(Math.max(point.x, left), width);
  };
  const day = (x) => new Date((first + ((x - left) / (width - left)) * (last - first)) * 1000).toISOString().slice(0, 10);
  svg.addEventListener("pointerdown", (event) => {
    if (event.target.closest("a")) return;
    from = place(event);
    svg.append(brush);
    svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const to = place(event);
    brush.setAttribute("x", Math.min(from, to));
    brush.setAttribute("width", Math.abs(to - from));
  });
  svg.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const to = place(event);
    if (Math.abs(to - from) > 6) location.assign(`/timeline?since=${day(Math.min(from, to))}&until=${day(Math.max(from, to))}`);
    else brush.remove();
    from = null;
  });
}
