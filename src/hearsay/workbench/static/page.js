// What every page has: dates in the reader's zone, copying, keys.  Nothing here is needed to read or to rule.

const read = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* private browsing */ } };

const zoned = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
});

export function dates(root = document) {
  const stated = read("hearsay-dates") === "stated";
  for (const time of root.querySelectorAll("time[data-exact]")) {
    time.dataset.stated ??= time.textContent;
    const moment = new Date(time.dateTime);
    const shown = stated || Number.isNaN(moment.valueOf()) ? time.dataset.stated : zoned.format(moment);
    time.textContent = shown;
  }
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
  else if (event.key === "z") { keep("hearsay-dates", read("hearsay-dates") === "stated" ? "zone" : "stated"); dates(); }
  else if (event.key === "?") showKeys();
  else if (own) { event.preventDefault(); own.click(); own.focus(); }
});

for (const button of document.querySelectorAll("[data-keys]")) {
  button.hidden = false;
  button.addEventListener("click", showKeys);
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
}
dates();
