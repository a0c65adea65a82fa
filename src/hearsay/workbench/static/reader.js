// Pointing at a note, or at any part of an attribution, lights up all of it: content, cue, source and note.
const folio = document.querySelector(".folio");

function light(numbers) {
  for (const one of folio.querySelectorAll(".lit")) one.classList.remove("lit");
  if (!numbers) return;
  const wanted = new Set(numbers.split(" "));
  for (const one of folio.querySelectorAll("[data-of]")) {
    if (one.dataset.of.split(" ").some((number) => wanted.has(number))) one.classList.add("lit");
  }
}

// The innermost of several is what somebody points at: the last number.
const pointed = (target) => {
  const ref = target.closest(".ref");
  if (ref) return ref.getAttribute("href").startsWith("#n-") ? ref.getAttribute("href").slice(3) : ref.closest(".note").dataset.of;
  return target.closest("[data-of]")?.dataset.of.split(" ").at(-1);
};
folio.addEventListener("pointerover", (event) => light(pointed(event.target)));
folio.addEventListener("pointerleave", () => light(null));
folio.addEventListener("focusin", (event) => light(pointed(event.target)));
folio.addEventListener("focusout", () => light(null));
