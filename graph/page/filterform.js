// The drawer of filters: what can be ticked, with how many meetings (or statements) each would show beside the other filters.
import { acts } from "./acts.js";
import { DATA, T } from "./data.js";
import {
  ALPHAS,
  DAY,
  FACETS,
  ROLES,
  changed,
  clearFilters,
  filter,
  filtersActive,
  ofMeetings,
  passing,
} from "./filters.js";
import { byId, counted } from "./text.js";
import { fit } from "./camera.js";
import { alphaSaid, tested } from "./chance.js";
import { plain } from "./search.js";
import { facetBox, facetCounts, facetValues, fillFacet, tellFacet } from "./facets.js";

let confidences = [0];

function makeFilters() {
  const counts = new Map(Object.keys(FACETS).map((name) => [name, new Map()]));
  const add = (name, value) => counts.get(name).set(value, (counts.get(name).get(value) || 0) + 1);
  ofMeetings.forEach((name) => DATA.meetings.forEach((_, m) => add(name, FACETS[name].of(m))));
  DATA.there.forEach((row) => add("role", row[2]));
  counts.forEach((values, name) => {
    const rows = [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (name === "role") rows.sort((a, b) => ROLES.indexOf(a[0]) - ROLES.indexOf(b[0]));
    facetValues.set(name, rows);
  });
  byId("facets").replaceChildren(...Object.keys(FACETS).filter(worthAsking).map(facetBox));
  confidences = [0, ...new Set(DATA.there.map((row) => row[9]))].sort((a, b) => a - b);
  confidences = [...new Set(confidences)];
  byId("confidence").max = String(confidences.length - 1);
  byId("trust").hidden = confidences.length < 3;
  const most = DATA.ties.reduce((top, tie) => Math.max(top, tie[2]), 1);
  byId("times").max = String(Math.min(most, 20));
  byId("often").hidden = most < 2;
  byId("chance").hidden = !tested;
}

// A facet of one value asks nothing.
const worthAsking = (name) => facetValues.get(name).length > 1;

// Say what the filters are and what they show; the form follows the state, not the other way round.
export function tellFilters() {
  const active = filtersActive(),
    { said, ties } = passing();
  byId("filter-count").hidden = !active;
  byId("filter-count").textContent = String(active);
  if (byId("filters").hidden) return;
  ["since", "until"].forEach((name) => {
    if (document.activeElement !== byId(name)) byId(name).value = filter[name];
  });
  byId("undated").checked = filter.undated;
  byId("undated-count").textContent = undatedMeetings().toLocaleString(T.language);
  byId("confidence").value = String(
    Math.max(
      0,
      confidences.findIndex((least) => least >= filter.confidence),
    ),
  );
  sayRange(
    "confidence",
    (filter.confidence ? T.atLeast + " " + filter.confidence : T.everything) +
      " · " +
      counted(
        said.reduce((sum, one) => sum + one, 0),
        T.statementsCount,
      ),
  );
  byId("times").value = String(filter.times);
  sayRange("times", counted(filter.times, T.timesCount) + " · " + counted(ties, T.tiesCount));
  byId("alpha").value = String(ALPHAS.indexOf(filter.alpha));
  sayRange("alpha", alphaSaid());
  const counts = facetCounts();
  Object.keys(FACETS)
    .filter(worthAsking)
    .forEach((name) => {
      const box = byId("facets").querySelector('[data-facet="' + name + '"]'),
        narrow = box.querySelector('input[type="search"]');
      if (!byId("facet-" + name).children.length || document.activeElement !== narrow)
        fillFacet(name, narrow ? plain(narrow.value) : "");
      tellFacet(name, counts.get(name));
    });
}

function sayRange(name, said) {
  byId(name).setAttribute("aria-valuetext", said);
  byId(name + "-said").textContent = said;
}

export const undatedMeetings = () => DATA.meetings.filter((meeting) => meeting.days === null).length;

function readFilters(event) {
  const values = {};
  ["since", "until"].forEach((name) => {
    const input = byId(name),
      value = input.value.trim(),
      good = !value || DAY.test(value);
    input.setAttribute("aria-invalid", String(!good));
    values[name] = good ? value : "";
  });
  values.undated = byId("undated").checked;
  values.alpha = ALPHAS[Number(byId("alpha").value)];
  values.confidence = confidences[Number(byId("confidence").value)];
  values.times = Number(byId("times").value);
  const box = event.target.closest("[data-facet]");
  if (box && event.target.type === "checkbox") {
    const name = box.dataset.facet,
      ticked = new Set(filter[name] || []);
    if (event.target.checked) ticked.add(event.target.value);
    else ticked.delete(event.target.value);
    values[name] = ticked.size ? ticked : null;
  }
  changed(values);
  acts.refilter(false);
}

export function listenFilters() {
  makeFilters();
  byId("filters").addEventListener("input", readFilters);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("reset-filters").addEventListener("click", () => {
    clearFilters();
    acts.refilter();
    fit();
  });
}

Object.assign(acts, { tellFilters });
