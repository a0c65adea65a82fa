// Pointing at a node, or coming to it with the tab key, lights up its links and what they lead to; the arrow
// keys go along the links.
const svg = document.querySelector("svg.graph:not(.sample)");
if (svg) {
  const nodes = [...svg.querySelectorAll("[data-node]")];
  const links = [...svg.querySelectorAll("[data-ends]")].map((one) => [one, one.dataset.ends.split(" ")]);

  const light = (node) => {
    const near = new Set(node ? [node.dataset.node] : []);
    for (const [link, ends] of links) {
      const met = node && ends.includes(node.dataset.node);
      link.classList.toggle("lit", Boolean(met));
      if (met) ends.forEach((end) => near.add(end));
    }
    svg.classList.toggle("pointed", Boolean(node));
    for (const one of nodes) one.classList.toggle("lit", near.has(one.dataset.node));
  };
  const pointed = (event) => event.target.closest("[data-node]");
  svg.addEventListener("pointerover", (event) => light(pointed(event)));
  svg.addEventListener("pointerleave", () => light(null));
  svg.addEventListener("focusin", (event) => light(pointed(event)));
  svg.addEventListener("focusout", () => light(null));

  const middle = (node) => { const box = node.getBBox(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  svg.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const from = pointed(event);
    if (!way || !from) return;
    const [x, y] = middle(from);
    const joined = new Set(links.flatMap(([, ends]) => (ends.includes(from.dataset.node) ? ends : [])));
    const far = (node) => {
      const [a, b] = middle(node);
      const along = (a - x) * way[0] + (b - y) * way[1];
      const aside = Math.abs((a - x) * way[1]) + Math.abs((b - y) * way[0]);
      return along > 1 ? along + 2 * aside : Infinity;
    };
    // To the left and right the links are followed; where none leads there, and up and down, to what is near.
    const reached = nodes.filter((node) => far(node) < Infinity);
    const linked = way[0] ? reached.find((node) => joined.has(node.dataset.node)) : null;
    const best = linked ?? reached.sort((one, other) => far(one) - far(other))[0];
    if (best) { event.preventDefault(); best.focus(); best.scrollIntoView({ block: "nearest", inline: "nearest" }); }
  });
}
