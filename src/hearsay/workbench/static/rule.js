// Ruling without leaving the page: c and x on a focused note or place, and words changed by selecting them.
// Every one of these is a form of /attributions/ID as well.

const csrf = document.querySelector("meta[name=form]")?.content;

function send(fields) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/rule";
  for (const [name, value] of Object.entries({ form: csrf, back: location.pathname + location.search + (fields.at ?? ""), ...fields })) {
    if (name === "at") continue;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

// What is meant: the credit, answer or finding of the note, place or entry in which the focus is.
function meant() {
  const active = document.activeElement;
  const link = active.closest(".note, .appearance, .entry, .answers li")?.querySelector(".rule-link, [data-about]");
  if (link?.dataset.about) return { about: link.dataset.about, id: link.dataset.id };
  if (link) return { about: "attribution", id: link.getAttribute("href").split("/").at(-1) };
  return active.matches(".para .ref") ? { about: "attribution", id: active.id.slice(2) } : null;
}

document.addEventListener("keydown", (event) => {
  if (!csrf || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key !== "c" && event.key !== "x") return;
  const what = meant();
  if (!what) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const at = what.about === "attribution" ? `#a-${what.id}` : "";
  send({ kind: event.key === "c" ? "confirm" : "reject", ...what, at });
}, true);

// The offset of a place in the document's text, from the piece that holds it.
function offset(node, within) {
  const para = node.parentElement?.closest(".para") ?? node.closest?.(".para");
  if (!para) return null;
  let place = Number(para.dataset.start);
  const walker = document.createTreeWalker(para, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement.closest(".ref, .origin")) continue;
    if (text === node) return place + [...text.data.slice(0, within)].length;
    place += [...text.data].length;
  }
  return null;
}

const bar = document.querySelector("#selected");
let chosen = null;
document.addEventListener("selectionchange", () => {
  if (!bar || !csrf) return;
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) { if (!bar.contains(document.activeElement)) bar.hidden = true; return; }
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  if (start === null || offset(range.endContainer, range.endOffset) === null) return;
  const copy = range.cloneContents();
  for (const ref of copy.querySelectorAll(".ref, .origin")) ref.remove();
  const note = range.startContainer.parentElement.closest("[data-of]") ?? range.endContainer.parentElement.closest("[data-of]");
  const number = note?.dataset.of.split(" ").at(-1);
  const link = number && document.querySelector(`#n-${number} .rule-link`);
  if (!link) { bar.hidden = true; return; }
  chosen = { id: link.getAttribute("href").split("/").at(-1), start, words: copy.textContent };
  bar.querySelector("[data-number]").textContent = number;
  bar.hidden = false;
});
bar?.querySelector("button").addEventListener("click", () => {
  if (!chosen) return;
  send({ kind: "span", id: chosen.id, value: chosen.words, start: String(chosen.start) });
});
