"use strict";
// The page is whole without this script; it adds the dark/light button, the filter, and the panel
// that shows a claim's note beside its words.
(() => {
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => Array.from(document.querySelectorAll(selector));

  const theme = find("#theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (prefersDark.matches ? "dark" : "light")) === "dark";
  const showTheme = () => theme.setAttribute("aria-pressed", String(isDark()));
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  prefersDark.addEventListener("change", showTheme);
  showTheme();

  const form = find("#filter");
  const field = find("#find");
  const found = find("#found");
  const items = all("[data-find]").map((node) => [node, node.textContent.toLowerCase()]);
  const filter = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [node, text] of items) {
      node.hidden = !words.every((word) => text.includes(word));
      shown += node.hidden ? 0 : 1;
    }
    found.textContent = words.length ? `${shown} of ${items.length}` : "";
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", filter);

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) {
      field.value = "";
      filter();
    }
    for (let node = target.closest("details"); node; node = node.parentElement.closest("details")) {
      node.open = true;
    }
    light(target.dataset.claim);
    target.scrollIntoView({ block: "center" });
  };
  const light = (number) => {
    for (const node of all(".claim.lit")) node.classList.remove("lit");
    if (number) for (const node of all(`.claim[data-claim="${number}"]`)) node.classList.add("lit");
  };
  addEventListener("hashchange", reveal);

  const panel = find("#panel");
  let opener = null;
  let pinned = false;
  let timer = 0;
  const place = (at) => {
    if (innerWidth < 720) return;
    const box = at.getClientRects()[0] || at.getBoundingClientRect();
    const below = box.bottom + 8 + panel.offsetHeight < innerHeight;
    const top = below ? box.bottom + 8 : Math.max(8, box.top - panel.offsetHeight - 8);
    panel.style.top = `${top}px`;
    panel.style.left = `${Math.min(Math.max(8, box.left), innerWidth - panel.offsetWidth - 16)}px`;
  };
  const show = (number, at, pin) => {
    const note = document.getElementById(`n${number}`);
    if (!note) return;
    clearTimeout(timer);
    panel.replaceChildren(...Array.from(note.cloneNode(true).childNodes));
    panel.setAttribute("aria-label", `Claim ${number}`);
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.textContent = "Close";
    close.addEventListener("click", () => hide(true));
    panel.append(close);
    panel.hidden = false;
    pinned = pin;
    light(number);
    place(at);
    if (pin) {
      opener = at.matches(".ref") ? at : find(`.ref[data-claim="${number}"]`);
      panel.focus({ preventScroll: true });
    }
  };
  const hide = (giveBack) => {
    panel.hidden = true;
    pinned = false;
    light("");
    if (giveBack && opener) opener.focus({ preventScroll: true });
    opener = null;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => pinned || hide(false), 300);
  };
  for (const node of all(".text .claim, .text .ref")) {
    node.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse" || pinned) return;
      event.stopPropagation();
      show(node.dataset.claim, node, false);
    });
    node.addEventListener("pointerleave", () => pinned || later());
    node.addEventListener("click", (event) => {
      if (String(getSelection())) return;
      event.preventDefault();
      event.stopPropagation();
      show(node.dataset.claim, node, true);
    });
  }
  panel.addEventListener("pointerenter", () => clearTimeout(timer));
  panel.addEventListener("pointerleave", () => pinned || later());
  panel.addEventListener("click", (event) => {
    if (event.target.closest("a")) hide(false);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) hide(true);
  });
  addEventListener("scroll", () => pinned || panel.hidden || hide(false), { passive: true });
  document.addEventListener("click", (event) => {
    if (!panel.hidden && !panel.contains(event.target)) hide(false);
  });

  addEventListener("beforeprint", () => {
    for (const node of all("details:not([open])")) {
      node.dataset.shut = "";
      node.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const node of all("details[data-shut]")) {
      delete node.dataset.shut;
      node.open = false;
    }
  });
  reveal();
})();
