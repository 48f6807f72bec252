// The facets in the drawer of filters: lists of values to tick, each with what it would show.
import { DATA, T } from "./data.js";
import { SIZE } from "./seats.js";
import { FACETS, filter, inRole, ofMeetings, passing, trusted } from "./filters.js";
import { lineOf } from "./linekinds.js";
import { byId, counted, make, short, small } from "./text.js";
import { plain } from "./search.js";

const MOST_OPTIONS = 200,
  FEW_OPTIONS = 9;
export const facetValues = new Map(); // facet -> [value, how many in the whole corpus], the most first

export function facetBox(name) {
  const rows = facetValues.get(name),
    list = make("div", { class: "options", id: "facet-" + name });
  const narrow = make("input", {
    type: "search",
    placeholder: T.filterRows,
    "aria-label": T.filterRows + ": " + FACETS[name].title,
  });
  narrow.addEventListener("input", (event) => {
    event.stopPropagation();
    fillFacet(name, plain(narrow.value));
  });
  return make(
    "details",
    { "data-facet": name },
    make("summary", {}, FACETS[name].title, make("span", { class: "on" })),
    rows.length > FEW_OPTIONS ? narrow : null,
    list,
  );
}

export function fillFacet(name, words = "") {
  const say = (value) => (value === "" ? T.notStated : FACETS[name].say ? FACETS[name].say(value) : value);
  const rows = facetValues
    .get(name)
    .filter(
      ([value]) => !words || plain(say(value)).includes(words) || (filter[name] && filter[name].has(value)),
    );
  byId("facet-" + name).replaceChildren(
    ...rows.slice(0, MOST_OPTIONS).map(([value]) => {
      const tick = make("input", { type: "checkbox" });
      tick.value = value;
      tick.checked = Boolean(filter[name] && filter[name].has(value));
      return make(
        "label",
        { class: "tick" },
        tick,
        name === "role" ? make("i", { class: "line " + lineOf([value]) }) : null,
        make("span", { class: "what" }, short(say(value), 70)),
        make("span", { class: "soft" }),
      );
    }),
    rows.length > MOST_OPTIONS ? small(counted(rows.length - MOST_OPTIONS, T.moreOptions)) : "",
  );
  tellFacet(name, facetCounts().get(name));
}

// What each value of each facet would show if all other filters stay: meetings, for roles statements.
export function facetCounts() {
  const { bits } = passing(),
    counts = new Map(Object.keys(FACETS).map((name) => [name, new Map()])),
    stated = new Uint8Array(SIZE.meetings);
  const add = (name, value) => counts.get(name).set(value, (counts.get(name).get(value) || 0) + 1);
  DATA.there.forEach((row) => {
    if (!trusted(row)) return;
    if (inRole(row)) stated[row[1]] = 1;
    if (!bits[row[1]]) add("role", row[2]);
  });
  for (let m = 0; m < SIZE.meetings; m += 1) {
    if (!stated[m]) continue;
    ofMeetings.forEach((name, place) => {
      if (!(bits[m] & ~(2 << place))) add(name, FACETS[name].of(m));
    });
  }
  return counts;
}

export function tellFacet(name, counts) {
  const box = byId("facets").querySelector('[data-facet="' + name + '"]');
  box.querySelector(".on").textContent = filter[name] ? String(filter[name].size) : "";
  box.querySelectorAll(".options label").forEach((label) => {
    label.lastChild.textContent = (counts.get(label.querySelector("input").value) || 0).toLocaleString(T.language);
  });
}
