// Search with completion over people and their aliases, meetings and bodies.
const box = document.getElementById("search"), found = document.getElementById("found");
const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'’‘-]/g, "");
const INDEX = [
  ...DATA.people.map((p, n) => ["p" + n, p.label, plain([p.label, p.name, ...p.aliases].join(" | ")), T.official]),
  ...DATA.meetings.map((m, n) => ["m" + n, m.name, plain(m.name + " " + m.host), T.meeting + (m.date ? " " + m.date : "")]),
  ...DATA.bodies.map((b, n) => ["b" + n, b.name, plain(b.name + " " + b.place), T.body]),
];
let marker = 0, hits = [];

function suggest() {
  const words = plain(box.value).split(/\s+/).filter(Boolean);
  hits = words.length ? INDEX.filter((row) => words.every((word) => row[2].includes(word)))
    .sort((a, b) => b[2].startsWith(words[0]) - a[2].startsWith(words[0])).slice(0, 12) : [];
  marker = 0;
  found.hidden = !words.length;
  box.setAttribute("aria-expanded", String(!found.hidden));
  found.replaceChildren(...(hits.length ? hits.map((row, n) => make("li", { role: "option", id: "hit" + n, "aria-selected": String(n === marker), click: () => pick(n) }, row[1], make("small", {}, row[3]))) : [make("li", {}, T.none)]));
}

function pick(n) {
  if (!hits[n]) return;
  choose(hits[n][0]);
  if (nodes && nodes.get(hits[n][0])) network.focus(hits[n][0], { scale: Math.max(1, network.getScale()), animation: false });
  found.hidden = true;
  box.setAttribute("aria-expanded", "false");
}

box.addEventListener("input", suggest);
box.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { event.stopPropagation(); found.hidden = true; box.blur(); }
  if (event.key === "Enter") { event.preventDefault(); pick(marker); }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    marker = Math.max(0, Math.min(hits.length - 1, marker + (event.key === "ArrowDown" ? 1 : -1)));
    [...found.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === marker)));
    box.setAttribute("aria-activedescendant", "hit" + marker);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/INPUT|TEXTAREA/.test(document.activeElement.tagName)) { event.preventDefault(); box.focus(); box.select(); }
  if (event.key === "Escape") choose("");
});
