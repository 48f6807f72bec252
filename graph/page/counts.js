// The line above the drawing: how much of the corpus is shown, how much is not drawn, and why nothing is where nothing is.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { DATA, T, nameOf, thereOf, tiesOf } from "./data.js";
import { SIZE } from "./seats.js";
import { broughtIn } from "./extras.js";
import { changed, filter, filtersActive, passing } from "./filters.js";
import { byId, counted, short } from "./text.js";
import { scene } from "./scene.js";
import { alphaSaid, moreThanChance, noTieSaid, tested } from "./chance.js";

function tellWhatIsDrawn() {
  const empty = byId("empty"),
    leave = byId("leave-ego");
  empty.hidden = scene.shown.length > 0;
  empty.textContent = whyEmpty();
  leave.hidden = !here.ego;
  if (here.ego)
    leave.textContent =
      T.neighbourhood +
      " " +
      short(nameOf(here.ego), 40) +
      (here.depth > 1 ? ", " + counted(here.depth, T.stepsCount) : "") +
      " ✕";
  leave.setAttribute("aria-label", T.all);
  byId("counts").textContent = countsSaid().join(" · ");
  tellTies();
}

// In the drawing of who sat with whom: every tie, or those that are more than chance; the drawer of filters has more levels.
function tellTies() {
  byId("ties").hidden = here.mode !== "company" || !tested;
  byId("ties-all").setAttribute("aria-pressed", String(filter.alpha === 1));
  byId("ties-chance").setAttribute("aria-pressed", String(filter.alpha < 1));
}

export function listenTies() {
  const set = (alpha) => () => {
    if (alpha === 1 || filter.alpha === 1) changed({ alpha });
    acts.refilter();
  };
  byId("ties-all").addEventListener("click", set(1));
  byId("ties-chance").addEventListener("click", set(0.05));
}

function whyEmpty() {
  if (!DATA.drawn[here.mode].nodes.length)
    return here.mode === "company" && DATA.drawn.affiliation.nodes.length ? T.emptyCompany : T.empty;
  return here.mode === "company" && filter.alpha < 1 && !DATA.ties.some((_, number) => moreThanChance(number))
    ? noTieSaid()
    : T.emptyFilter;
}

function countsSaid() {
  const state = passing(),
    { hidden } = DATA.drawn[here.mode];
  const counts = filtersActive()
    ? [
        state.meetings.toLocaleString(T.language) + " " + T.of + " " + counted(SIZE.meetings, T.meetingsCount),
        state.people.toLocaleString(T.language) + " " + T.of + " " + counted(thereOf.size, T.peopleCount),
      ]
    : [
        counted(Object.keys(DATA.documents).length, T.documentsCount),
        counted(SIZE.meetings, T.meetingsCount),
        counted(SIZE.people, T.peopleCount),
        counted(DATA.unresolved, T.unresolvedCount),
      ];
  if (here.mode === "company") {
    if (filter.alpha < 1) counts.push(alphaSaid());
    const alone = state.met.reduce((sum, meetings, n) => sum + Number(meetings > 0 && !tiesOf.has(n)), 0);
    if (alone) counts.push(counted(alone, T.aloneCount));
  }
  const left = hidden - broughtIn[here.mode].size;
  if (left > 0) counts.push(counted(left, T.hiddenCount));
  return counts;
}

Object.assign(acts, { tellWhatIsDrawn });
