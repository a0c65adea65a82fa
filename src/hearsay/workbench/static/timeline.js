// The chart in the reader's zone, unless the address names one or dates are wanted as stated (`z`); drag over it
// to look closer at a stretch of time. The form and the links above it do the same without a script.
import { asStated, dates } from "/static/page.js";

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const named = new URLSearchParams(location.search).get("zone");

// Asks for the same page in another zone, and takes its chart and what says which zone that is.
async function draw(zone) {
  const wanted = new URLSearchParams(location.search);
  wanted.set("zone", zone);
  const answer = await fetch(`/timeline?${wanted}`, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = [".bar", "#clock", ".scroll", ".scroll + .twins"].map((one) => [document.querySelector(one), page.querySelector(one)]);
  for (const [old, drawn] of parts) old.replaceWith(drawn);
  dates(document.querySelector(".scroll"));
  brushing();
}

function brushing() {
  const svg = document.querySelector(".chart:not(.sample)");
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
  // Canadians write a day as addresses do.
  const days = new Intl.DateTimeFormat("en-CA", { timeZone: document.querySelector("#clock").textContent, year: "numeric", month: "2-digit", day: "2-digit" });
  const day = (x) => days.format(new Date((first + ((x - left) / (width - left)) * (last - first)) * 1000));
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
    if (Math.abs(to - from) > 6) {
      const wanted = new URLSearchParams({ since: day(Math.min(from, to)), until: day(Math.max(from, to)) });
      if (named) wanted.set("zone", named);
      location.assign(`/timeline?${wanted}`);
    } else brush.remove();
    from = null;
  });
}

if (document.querySelector(".chart:not(.sample)")) {
  brushing();
  document.addEventListener("hearsay-dates", () => draw(asStated() ? "UTC" : named ?? own));
  if (!named && own && own !== "UTC" && !asStated()) draw(own);
}
