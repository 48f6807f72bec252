// The panel: what is stated of the chosen thing, each statement with its sentence.
import { acts } from "./acts.js";
import { ANSWERS, DATA, T, grouped, nameOf, numberOf } from "./data.js";
import { rankOf } from "./filters.js";
import { counted, make, sayDate, small } from "./text.js";
import { KINDS } from "./scene.js";

export const MOST_LISTED = 60;

export function section(title, items, remark) {
  return items.length
    ? [
        make("h3", {}, title),
        remark ? make("p", { class: "soft" }, remark) : null,
        make(
          "ul",
          {},
          items.map((item) => make("li", {}, item)),
        ),
      ]
    : [];
}

export function shorten(items, most = MOST_LISTED) {
  const over = items.length - most;
  return over > 0
    ? [...items.slice(0, most).map((item) => item()), [small("… " + counted(over, T.moreCount))]]
    : items.map((item) => item());
}

export function heading(id, ...facts) {
  const kind = { p: T.official, m: T.meeting, b: T.body, t: T.tie, s: T.seat }[id[0]];
  return [
    make("p", { class: "kind" }, make("i", { class: KINDS[id[0]] || "line" }), kind),
    make("h2", {}, nameOf(id)),
    ...facts.filter(Boolean).map((fact) => make("p", { class: "soft" }, fact)),
    acts.aroundButtons(id),
  ];
}

export function rolesOf(rows) {
  const roles = [...new Set([...rows].sort((a, b) => rankOf(a) - rankOf(b)).map((row) => row[2]))],
    notes = [...new Set(rows.flatMap((row) => row[8]))];
  return make(
    "span",
    { class: "roles" },
    [...roles.map((role) => T[role] || role), ...notes].map((word) => make("span", { class: "role" }, word)),
  );
}

export const dateOf = (number) => make("span", { class: "date" }, sayDate(DATA.meetings[number].date));

// A bar as long as the number is large, for lists by strength.
export function barred(share, ...children) {
  const bar = make("i", { class: "bar" });
  bar.style.width = Math.max(2, Math.round(100 * share)) + "%";
  return [make("div", { class: "barred" }, ...children), bar];
}

// Those who chaired or led, then the list as printed, then the others by role.
export function inOrder(rows) {
  const place = (own) => Math.min(...own.map((row) => row[3] || Infinity)),
    best = (own) => Math.min(...own.map(rankOf));
  return [...grouped(rows, (row) => row[0])].sort(([a, one], [b, other]) => {
    const lead = Math.min(best(one), 2) - Math.min(best(other), 2);
    return (
      lead || (place(one) === place(other) ? best(one) - best(other) : place(one) - place(other)) || a - b
    );
  });
}

export function listPlace(rows) {
  const place = Math.min(...rows.map((row) => row[3] || Infinity));
  return Number.isFinite(place) ? make("span", { class: "place", title: T.listed }, String(place)) : null;
}

export function showPanel(id) {
  const number = id ? numberOf(id) : -1;
  const parts = !id
    ? acts.frontPanel()
    : ANSWERS[id[0]]
      ? ANSWERS[id[0]].panel(id)
      : {
          p: () => acts.personPanel(number),
          m: () => acts.meetingPanel(number),
          b: () => acts.bodyPanel(number),
          t: () => acts.tiePanel(number),
          s: () => acts.seatPanel(id),
        }[id[0]]();
  const panel = document.getElementById("panel");
  panel.replaceChildren(...parts.filter((part) => part !== null && part !== ""));
  panel.scrollTop = 0;
}
