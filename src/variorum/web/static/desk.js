// What the desk does beyond plain forms: selected words go into the form, keys walk from claim to
// claim, and the page of reports that are being read shows how far they are.
"use strict";

const content = document.getElementById("add-content");
const report = document.querySelector(".text");
if (content && report) {
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (chosen.rangeCount && !chosen.isCollapsed && report.contains(chosen.anchorNode)) {
      const part = chosen.getRangeAt(0).cloneContents();
      for (const number of part.querySelectorAll(".ref")) number.remove();
      content.value = part.textContent.trim();
    }
  });
}

document.addEventListener("keydown", (event) => {
  const written = event.target.closest("input, textarea, select");
  if (written || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = document.getElementById("following");
  if (event.key === "n" && next) next.click();
  const walk = { n: 1, p: -1 }[event.key];
  if (!walk || !report) return;
  const claims = [...report.querySelectorAll(".ref")];
  const at = claims.indexOf(document.activeElement);
  claims.at(at < 0 && walk < 0 ? -1 : (at + walk) % claims.length)?.focus();
});

// The words of a claim stand in the middle of what is shown around them.
const around = document.querySelector(".around");
if (around) {
  const words = around.querySelector("mark");
  around.scrollTop = words.offsetTop - around.offsetTop - (around.clientHeight - words.offsetHeight) / 3;
}

// While reports are being read, the page shows how far they are.
const working = document.getElementById("working");
if (working) {
  const again = async () => {
    const answer = await fetch("/upload");
    const now = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = now.querySelector("main > ul.log");
    if (!list) return;
    working.innerHTML = list.innerHTML;
    if (list.id === "working") setTimeout(again, 1000);
  };
  setTimeout(again, 1000);
}
