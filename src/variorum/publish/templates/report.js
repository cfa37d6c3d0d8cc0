"use strict";
// The page is whole without this script. It adds the dark/light button, the filter, the panel that
// shows a claim's note beside its words, and citations to copy.
(() => {
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const make = (name, text, attributes = {}) => {
    const node = document.createElement(name);
    node.textContent = text;
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  // Each claim is [report, speaker, origin, positions, days], as numbers that count from 0.
  const index = JSON.parse(find("#index").textContent);

  const by = (id) => document.getElementById(id);
  const noteOf = (number) => by(`n${number}`);
  // What the filter hides: whatever names claims, and the reports.
  const parts = [];
  const wire = (within) => {
    for (const badge of all("a.badge", within)) badge.title = `Origin: ${find(`${badge.getAttribute("href")} b`).textContent}`;
    for (const node of all(".note, .quote", within)) {
      const id = index.ids[(node.value || node.dataset.c) - 1];
      (node.querySelector(".what") || node).append(" ", make("a", "¶", { class: "cite", href: `#${id}` }));
    }
    for (const link of all("a.cite", within)) link.setAttribute("aria-label", "Link and citation");
    for (const ref of all(".ref", within)) ref.setAttribute("aria-label", `Claim ${ref.textContent}`);
    parts.push(...all("[data-c], [data-d], .note", within).map((node) => ({
      node,
      claims: (node.dataset.c || String(node.value || "")).split(" ").filter(Boolean).map((n) => n - 1),
      report: node.dataset.d,
    })));
  };
  wire(document);

  // The reports of a large case are packed: each is unpacked when it is opened, or led to.
  const unpack = async (report) => {
    const packed = report && report.querySelector("script");
    if (!packed || !window.DecompressionStream) return;
    const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
    packed.remove();
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    const body = make("div", "");
    body.innerHTML = await new Response(stream).text();
    report.querySelector(".plain").replaceWith(body);
    wire(body);
    filter();
  };
  for (const report of all("details.document")) report.addEventListener("toggle", () => unpack(report));
  const numbered = (id) => (/^n\d+$/.test(id) ? Number(id.slice(1)) : index.ids.indexOf(id) + 1);
  // Return the element of an id once it is there; that of a claim's id is its note.
  const reach = async (id) => {
    const number = numbered(id);
    const at = by(number ? `t${number}` : id);
    await unpack(at && at.closest("details.document"));
    return number ? noteOf(number) || at : by(id);
  };

  for (const link of all("a[data-actor]")) {
    const name = index.speakers[index.claims[link.hash.slice(2) - 1][1]];
    link.hash = `?${new URLSearchParams({ actor: name })}`;
  }

  for (const link of all("a[data-filter]")) link.hash = `?${link.dataset.filter}`;

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

  // The filter. Its state is in the address, behind a question mark: #dispute-1?words=four
  const form = find("#filter");
  const more = find("#facets");
  const found = find("#found");
  const clear = find("#clear");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const asked = { words: "", source: "", actor: "", language: "", day: "", position: "", origin: "", dispute: "" };
  const facets = {
    source: (claim) => index.documents[claim[0]].name,
    language: (claim) => index.documents[claim[0]].language,
    actor: (claim) => index.speakers[claim[1]],
    origin: (claim) => index.origins[claim[2]],
    position: (claim) => claim[3].map((n) => index.positions[n].id),
    dispute: (claim) => claim[3].map((n) => index.positions[n].dispute),
    day: (claim) => claim[4].map((n) => index.days[n]),
  };
  const items = all("[data-find]").map((node) => ({ node, text: "" }));
  const wordsIn = (node) => fold(node.dataset.d
    ? node.querySelector("summary").textContent + node.querySelector(".text").textContent : node.textContent);
  const sections = all("main > section");
  const groups = all("details.group");
  const tallies = [["disputes", ".dispute"], ["questions", ".question"], ["reports", ".document"]];

  const keepClaims = () => {
    const tests = Object.entries(facets).filter(([name]) => asked[name]);
    if (!tests.length) return null;
    return index.claims.map((claim) =>
      tests.every(([name, value]) => [value(claim)].flat().includes(asked[name])));
  };
  const keepsReport = (number) => {
    const report = index.documents[number - 1];
    return [["source", report.name], ["language", report.language], ["day", report.day]].every(
      ([name, value]) => !asked[name] || asked[name] === value);
  };
  const filter = () => {
    const words = fold(asked.words).split(/\s+/).filter(Boolean);
    const kept = keepClaims();
    const active = Boolean(kept || words.length);
    const reports = new Set(kept ? index.claims.filter((_, n) => kept[n]).map((c) => String(c[0] + 1)) : []);
    for (const part of parts) {
      part.node.hidden = Boolean(kept) && !(part.report
        ? reports.has(part.report) || (!asked.actor && !asked.origin && !asked.position && !asked.dispute && keepsReport(part.report))
        : part.claims.some((n) => kept[n]));
    }
    for (const card of asked.dispute ? all(".dispute") : []) card.hidden = card.id !== asked.dispute;
    for (const item of items) {
      if (words.length && !item.text) item.text = wordsIn(item.node);
      const facet = item.node.dataset.c === undefined && item.node.dataset.d === undefined ? Boolean(kept) : item.node.hidden;
      item.node.hidden = facet || !words.every((word) => item.text.includes(word));
    }
    for (const section of sections) {
      section.hidden = active && !all("[data-find]", section).some((node) => !node.hidden);
    }
    for (const group of groups) {
      if (active && !group.open) group.dataset.shut = "";
      if (active) group.open = true;
      else if (group.dataset.shut === "") group.open = false;
      if (!active) delete group.dataset.shut;
      group.hidden = active && all("[data-find]", group).every((node) => node.hidden);
    }
    const left = tallies.map(([name, selector]) => {
      const nodes = all(selector);
      return nodes.length ? `${nodes.filter((node) => !node.hidden).length} of ${nodes.length} ${name}` : "";
    });
    if (kept) left.unshift(`${kept.filter(Boolean).length} of ${kept.length} claims`);
    const only = ["origin", "dispute"].filter((name) => asked[name]).map((name) => `, one ${name} only`);
    found.textContent = active ? left.filter(Boolean).join(", ") + only.join("") : "";
    clear.hidden = !active;
  };
  const options = {
    source: index.documents.map((report) => [report.name, report.name]),
    actor: index.speakers.map((name) => [name, name]),
    language: index.documents.map((report) => [report.language, report.tongue]),
    day: index.days.map((day) => [day, day]),
    position: index.positions.map((one) => [one.id, `${one.sign} ${one.label}, ${one.question}`]),
  };
  for (const [name, rows] of Object.entries(options)) {
    const field = find(`#by-${name}`);
    const known = new Map(rows.filter(([value]) => value));
    const sorted = [...known].sort((a, b) => (name === "position" ? 0 : a[1].localeCompare(b[1])));
    field.append(...sorted.map(([value, text]) => make("option", text, { value })));
  }
  const fields = [["words", find("#find")], ...Object.keys(options).map((name) => [name, find(`#by-${name}`)])];
  const anchor = () => decodeURIComponent(location.hash.slice(1).split("?")[0]);
  const remember = () => {
    const state = new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString();
    history.replaceState(null, "", `#${anchor()}${state ? `?${state}` : ""}`);
  };
  const ask = (state) => {
    for (const name of Object.keys(asked)) asked[name] = state.get(name) || "";
    for (const [name, field] of fields) field.value = asked[name];
    filter();
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const [name, field] of fields) {
    field.addEventListener("input", () => {
      asked[name] = field.value;
      filter();
      remember();
    });
  }
  clear.addEventListener("click", () => {
    ask(new URLSearchParams());
    remember();
    find("#find").focus();
  });

  const arrive = async () => {
    const [, state] = location.hash.slice(1).split("?");
    ask(new URLSearchParams(state));
    if (state) more.open = fields.some(([name]) => name !== "words" && asked[name]) || more.open;
    const target = anchor() && await reach(anchor());
    if (!target) {
      if (state) scrollTo(0, find(".masthead").offsetHeight);
      return;
    }
    if (target.closest("[hidden]")) {
      ask(new URLSearchParams());
      remember();
    }
    for (let node = target.closest("details"); node; node = node.parentElement.closest("details")) {
      node.open = true;
    }
    light(target.dataset.claim);
    target.scrollIntoView({ block: target.matches("section, .dispute, .row") ? "start" : "center" });
  };
  const light = (number) => {
    for (const node of all(".claim.lit")) node.classList.remove("lit");
    if (number) for (const node of all(`.claim[data-claim="${number}"]`)) node.classList.add("lit");
  };
  addEventListener("hashchange", arrive);

  // The panel: a claim's note, or a citation.
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
  const open = (name, content, at, pin, from) => {
    clearTimeout(timer);
    const close = make("button", "Close", { type: "button", class: "close" });
    close.addEventListener("click", () => hide(true));
    panel.replaceChildren(...content, close);
    panel.setAttribute("aria-label", name);
    panel.hidden = false;
    pinned = pin;
    place(at);
    if (pin) {
      opener = from;
      panel.focus({ preventScroll: true });
    }
  };
  const show = (number, at, pin) => {
    const note = noteOf(number);
    if (!note) return;
    const copy = note.cloneNode(true);
    const from = at.matches(".ref") ? at : find(`.ref[aria-label="Claim ${number}"]`);
    open(`Claim ${number}`, Array.from(copy.childNodes), at, pin, from);
    light(number);
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
  const numberOf = (node) => node.dataset.claim || node.textContent;
  const claimAt = (event) => event.target.closest && event.target.closest(".text .claim, .text .ref");
  document.addEventListener("pointerover", (event) => {
    const node = claimAt(event);
    if (event.pointerType !== "mouse" || pinned) return;
    if (node) show(numberOf(node), node, false);
    else if (!panel.hidden && !panel.contains(event.target)) later();
  });
  panel.addEventListener("pointerenter", () => clearTimeout(timer));
  panel.addEventListener("pointerleave", () => pinned || later());

  // Citations: of a quotation as its report's, of a dispute or a position as this record's.
  const record = () => `${find("h1").textContent}. Variorum record ${find("#record").textContent.slice(0, 16)}`;
  const wordsOf = (number) => all(`.claim[data-claim="${number}"]`).map((node) => {
    const copy = node.cloneNode(true);
    for (const ref of all(".ref", copy)) ref.remove();
    return copy.textContent;
  }).join(" ").replace(/\s+/g, " ").trim();
  const cited = async (id) => {
    const number = numbered(id);
    const target = await reach(id);
    if (number) {
      const claim = index.claims[number - 1];
      const report = index.documents[claim[0]];
      return { title: `“${wordsOf(number)}”`, author: index.speakers[claim[1]], place: report.name, when: report.published, url: report.url };
    }
    const card = target.closest(".dispute");
    const label = target === card ? "" : `: ${target.querySelector("b").textContent}`;
    return { title: card.querySelector("h3").textContent + label, author: "", place: "", when: "", url: "" };
  };
  const plain = (text) => text.replace(/[\\{}]/g, " ").replace(/[&%$#_]/g, "\\$&");
  const bibtex = (id, it, link) => {
    const rows = [["title", plain(it.title)], ["author", it.author && `{${plain(it.author)}}`], ["howpublished", plain(it.place)],
      ["year", (it.when.match(/\d{4}/) || [""])[0]], ["url", it.url || link], ["note", plain(`${it.when ? `${it.when}. ` : ""}${record()}, ${id}`)]];
    return `@misc{${id},\n${rows.filter(([, value]) => value).map(([key, value]) => `  ${key} = {${value}},`).join("\n")}\n}`;
  };
  const copying = (label, text) => {
    const box = make("textarea", text, { readonly: "", rows: "3", "aria-label": label });
    const button = make("button", `Copy ${label}`, { type: "button" });
    button.addEventListener("click", async () => {
      box.select();
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        document.execCommand("copy");
      }
      button.textContent = "Copied";
    });
    return [box, button];
  };
  document.addEventListener("click", async (event) => {
    const claim = claimAt(event);
    if (claim && !String(getSelection())) {
      event.preventDefault();
      show(numberOf(claim), claim, true);
      return;
    }
    const cite = event.target.closest("a.cite");
    if (cite) {
      event.preventDefault();
      const id = cite.hash.slice(1);
      const it = await cited(id);
      const link = `${location.href.split("#")[0]}#${id}`;
      const said = [it.author, it.title, it.place, it.when, it.url].filter(Boolean).join(", ");
      open("Link and citation", [
        ...copying("link", link), ...copying("citation", `${said}. In: ${record()}, ${link}`), ...copying("BibTeX", bibtex(id, it, link)),
      ], cite, true, cite);
    } else if (!panel.hidden && (event.target.closest("#panel a") || !panel.contains(event.target))) {
      hide(false);
    }
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) hide(true);
  });
  addEventListener("scroll", () => pinned || panel.hidden || hide(false), { passive: true });
  arrive();
})();
