// Search with completion over people and their aliases, meetings, bodies and reports.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { inSlices } from "./slices.js";
import { DATA, T, meetingsOf } from "./data.js";
import { make, sayDate, short, small } from "./text.js";
import { KINDS, apply, shownSpot } from "./scene.js";
import { bringIn } from "./bringin.js";
import { fitLit } from "./camera.js";
import { PATHS } from "./reports.js";

const box = document.getElementById("search"),
  found = document.getElementById("found");
const MOST_FOUND = 12;
export const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’‘-]/g, "");
let index = null,
  marker = 0,
  hits = [];

// Rows [id, name, what is searched, what it is, number of meetings], made in slices as soon as the page is open.
let indexing = null;
export const indexed = () => (indexing = indexing || makeIndex());
async function makeIndex() {
  const rows = [],
    add = (list, row) =>
      inSlices(
        list.length,
        (n) => rows.push(row(list[n], n)),
        () => true,
      );
  await add(DATA.people, (p, n) => [
    "p" + n,
    p.label,
    plain([p.label, p.name, ...p.aliases].join(" | ")),
    p.label.includes(p.context) ? "" : p.context,
    (meetingsOf.get(n) || new Set()).size,
  ]);
  await add(DATA.meetings, (m, n) => [
    "m" + n,
    m.name,
    plain([m.name, m.host, m.place, m.date].join(" | ")),
    sayDate(m.date),
    0,
  ]);
  await add(PATHS, (path, n) => [
    "d" + n,
    DATA.documents[path].title || path,
    plain([DATA.documents[path].title, path, DATA.documents[path].source].join(" | ")),
    DATA.documents[path].source,
    0,
  ]);
  await add(DATA.bodies, (b, n) => ["b" + n, b.name, plain([b.name, b.place].join(" | ")), b.place, 0]);
  index = rows;
}

function suggest() {
  if (!index) {
    indexed().then(suggest);
    return;
  }
  const words = plain(box.value).split(/\s+/).filter(Boolean);
  // A whole word is worth more than the beginning of one, and that more than letters inside one; then people before meetings before
  // bodies before reports; then those who were at most meetings.
  const score = (row) =>
    words.reduce(
      (sum, word) =>
        sum +
        ((" " + row[2] + " ").includes(" " + word + " ") ? 3 : (" " + row[2]).includes(" " + word) ? 2 : 0),
      0,
    );
  hits = words.length
    ? index
        .filter((row) => words.every((word) => row[2].includes(word)))
        .map((row) => [score(row), row])
        .sort(
          ([a, one], [b, other]) =>
            b - a || "pmbd".indexOf(one[0][0]) - "pmbd".indexOf(other[0][0]) || other[4] - one[4],
        )
        .slice(0, MOST_FOUND)
        .map(([, row]) => row)
    : [];
  open(words.length > 0);
  found.replaceChildren(
    ...(hits.length
      ? hits.map((row, n) =>
          make(
            "li",
            { role: "option", id: "hit" + n, "aria-selected": "false", click: () => pick(n) },
            make("i", { class: KINDS[row[0][0]] || "report" }),
            make("span", {}, short(row[1], 120)),
            small(row[3]),
          ),
        )
      : [make("li", { class: "soft" }, T.none)]),
  );
  if (hits.length) mark(0);
}

function open(show) {
  found.hidden = !show;
  box.setAttribute("aria-expanded", String(show));
  if (!show) box.removeAttribute("aria-activedescendant");
}

function mark(next) {
  marker = Math.max(0, Math.min(hits.length - 1, next));
  [...found.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === marker)));
  box.setAttribute("aria-activedescendant", "hit" + marker);
  found.children[marker].scrollIntoView({ block: "nearest" });
}

function pick(n) {
  if (!hits[n]) return;
  const id = hits[n][0];
  open(false);
  if (here.ego && !shownSpot(id)) here.ego = "";
  if (bringIn(id) || ("pmb".includes(id[0]) && !shownSpot(id))) apply();
  acts.choose(id);
  fitLit();
}

export function listenSearch() {
  box.addEventListener("input", suggest);
  box.addEventListener("blur", () => setTimeout(() => open(false), 200)); // after a click on what was found
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      open(false);
      box.blur();
    }
    if (event.key === "Enter") {
      event.preventDefault();
      pick(marker);
    }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length) {
      event.preventDefault();
      mark(marker + (event.key === "ArrowDown" ? 1 : -1));
    }
  });
}

export { box, index };
