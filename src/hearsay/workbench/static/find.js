// Search as you type: asks for the same page that the form would, and takes its results and counts.
import { dates } from "/static/page.js";

const form = document.querySelector(".filters");
const field = form.querySelector("#q");
let waiting = 0;
let asked = 0;

async function look() {
  const wanted = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && !(name === "order" && value === "widest")));
  const address = `/statements${wanted.size ? `?${wanted}` : ""}`;
  const turn = ++asked;
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["results", "facets"]) document.getElementById(id).replaceWith(page.getElementById(id));
  document.querySelector(".twins")?.replaceWith(page.querySelector(".twins"));
  history.replaceState(null, "", address);
  dates(document.getElementById("results"));
}

field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, 160); });
for (const other of form.querySelectorAll("select, input[type=date]")) other.addEventListener("change", look);
