// The transcript follows the sound, and a moment in the text or on the axis plays it. Without this file every
// moment is a link to a clip of its own.
const player = document.querySelector(".player audio");
const axis = document.querySelector(".track");
const chart = document.querySelector(".tape");
const lines = [...document.querySelectorAll(".transcript [data-from]")].map((line) => ({
  line, from: Number(line.dataset.from), to: Number(line.dataset.to),
}));
let ending = null;

function play(from, to = null) {
  ending = to;
  player.currentTime = from;
  player.play().catch(() => { /* what this browser cannot play is said by the player itself */ });
}

if (player && !player.error) {
  document.addEventListener("click", (event) => {
    const moment = event.target.closest("a[data-at]");
    if (!moment || player.error || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const asked = new URL(moment.href).searchParams;
    play(Number(asked.get("from")), Number(asked.get("to")));
  });

  const seconds = Number(chart?.dataset.seconds ?? 0);
  const needle = document.createElement("div");
  needle.className = "needle";
  needle.setAttribute("aria-hidden", "true");
  axis?.append(needle);
  axis?.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    const box = axis.getBoundingClientRect();
    play(((event.clientX - box.left) / box.width) * seconds);
  });

  let now = null;
  player.addEventListener("timeupdate", () => {
    const at = player.currentTime;
    if (seconds) needle.style.setProperty("inset-inline-start", `${(100 * at) / seconds}%`);
    const next = lines.findLast((one) => one.from <= at + 0.05 && at <= one.to + 1)?.line ?? null;
    if (next !== now) {
      now?.classList.remove("now");
      now?.removeAttribute("aria-current");
      next?.classList.add("now");
      next?.setAttribute("aria-current", "true");
      now = next;
    }
    if (ending !== null && at >= ending) {
      ending = null;
      player.pause();
    }
  });
  player.addEventListener("seeking", () => { if (player.currentTime > (ending ?? Infinity)) ending = null; });
}
