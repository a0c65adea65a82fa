// What every page has: dates in the reader's zone, copying, keys.  Nothing here is needed to read or to rule.

const read = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* private browsing */ } };

const zoned = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
});

export const asStated = () => read("hearsay-dates") === "stated";

// Every exact moment, in texts and in charts, in the reader's zone or as the server wrote it; what a screen
// reader says of a node goes with it.
export function dates(root = document) {
  for (const time of root.querySelectorAll("[data-exact]")) {
    const before = time.textContent;
    time.dataset.stated ??= before;
    const moment = new Date(time.dataset.exact);
    const shown = asStated() || Number.isNaN(moment.valueOf()) ? time.dataset.stated : zoned.format(moment);
    time.textContent = shown;
    const node = time.closest("[data-node]");
    for (const told of node ? [node, node.querySelector("title")] : []) {
      if (told?.hasAttribute("aria-label")) told.setAttribute("aria-label", told.getAttribute("aria-label").replace(before, shown));
      else if (told) told.textContent = told.textContent.replace(before, shown);
    }
  }
  for (const name of document.querySelectorAll("[data-zone] span")) {
    name.textContent = asStated() ? "Dates in your zone" : "Dates as stated";
  }
}

function turnDates() {
  keep("hearsay-dates", asStated() ? "zone" : "stated");
  dates();
  document.dispatchEvent(new Event("hearsay-dates"));
}

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

const help = [
  ["/", "find"], ["j / k", "next, previous"], ["z", "dates as stated, or in your zone"],
  ["c / x", "confirm, reject the focused credit, answer or finding"], ["u", "take the last ruling back"], ["g s", "story"], ["g a", "statements"], ["g l", "review log"], ["?", "these keys"],
];

function showKeys() {
  let box = document.querySelector("dialog.keys");
  if (!box) {
    box = document.createElement("dialog");
    box.className = "keys";
    const title = document.createElement("h2");
    title.textContent = "Keys";
    const list = document.createElement("dl");
    const own = [...document.querySelectorAll("[data-key]")].map((one) => [one.dataset.key, one.textContent.trim()]);
    for (const [key, what] of [...own, ...help]) {
      const name = document.createElement("dt");
      const mark = document.createElement("kbd");
      mark.textContent = key;
      name.append(mark);
      const meaning = document.createElement("dd");
      meaning.textContent = what;
      list.append(name, meaning);
    }
    const close = document.createElement("button");
    close.textContent = "Close";
    close.addEventListener("click", () => box.close());
    box.append(title, list, close);
    document.body.append(box);
  }
  box.showModal();
}

function step(by) {
  const stops = [...document.querySelectorAll(".item .said a, .appearance .where a, .para .ref, .entry > h3 a, .entry a[data-about], .answers a[data-about]")];
  if (!stops.length) return;
  const at = stops.indexOf(document.activeElement);
  const next = stops[Math.min(stops.length - 1, Math.max(0, at + by))];
  next.focus();
  next.scrollIntoView({ block: "center" });
}

let leader = false;
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const places = { s: "/story", a: "/statements", l: "/review" };
  if (leader && places[event.key]) { location.assign(places[event.key]); return; }
  leader = event.key === "g";
  const own = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (event.key === "/") { event.preventDefault(); (document.querySelector("#q") ?? document.querySelector("#find")).focus(); }
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "z") turnDates();
  else if (event.key === "?") showKeys();
  else if (own) { event.preventDefault(); own.click(); own.focus(); }
});

for (const button of document.querySelectorAll("[data-keys]")) {
  button.hidden = false;
  button.addEventListener("click", showKeys);
}
for (const button of document.querySelectorAll("[data-zone]")) {
  button.hidden = false;
  button.addEventListener("click", turnDates);
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
}
// What is worked out beside the server: say when it is there, and let the reader choose the moment.
const waiting = document.querySelector("[data-waits]");
if (waiting) {
  const look = setInterval(async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (made.querySelector("[data-waits]")) return;
    clearInterval(look);
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = "It is there now: load this page again";
    waiting.replaceChildren(again);
  }, 4000);
}
dates();
