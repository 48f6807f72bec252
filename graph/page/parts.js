// Communities as things: k3 is the third largest community under the filters, with its people, how many of them are drawn, and a button
// that draws the rest.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { ANSWERS, DATA, T, collect, numberOf, tiesOf } from "./data.js";
import { filter, passing } from "./filters.js";
import { measure } from "./measures.js";
import { counted, link, make, sayNumber, short, small } from "./text.js";
import { scene } from "./scene.js";
import { communitiesAsBuilt, communityOf } from "./communities.js";
import { expand } from "./bringin.js";
import { barred, section, shorten, showPanel } from "./panel.js";
import { answerHead } from "./answers.js";

let partsNow = null;

// The people of each community, the strongest first; a promise, kept until the filters change.
async function partsFound() {
  const { version } = passing();
  if (partsNow && partsNow.version === version) return partsNow;
  const groups = await communityOf(),
    strengths = await measure("strength"),
    parts = new Map();
  if (!groups || !strengths) return null;
  groups.forEach((group, person) => {
    if (group > 0 && tiesOf.has(person)) collect(parts, group, person);
  });
  parts.forEach((people) => people.sort((a, b) => strengths[b] - strengths[a] || a - b));
  partsNow = { version, parts, strengths };
  return partsNow;
}

const peopleOfPart = (id) => (partsNow && partsNow.parts.get(numberOf(id))) || [];

ANSWERS.k = {
  exists: (id) => numberOf(id) > 0,
  name: (id) => T.community + " " + numberOf(id),
  slug: (id) => String(numberOf(id)),
  read: ([number]) => [Number(number)],
  people: peopleOfPart,
  others: () => [],
  core: (id) => peopleOfPart(id).map((person) => "p" + person),
  panel: partPanel,
};

function partPanel(id) {
  if (!partsNow || partsNow.version !== filter.version) {
    partsFound().then((found) => found && here.chosen === id && acts.showChosen());
    return [...answerHead(id, T.community), make("p", {}, T.counting)];
  }
  const people = peopleOfPart(id),
    drawn = people.filter((person) => scene.spots.has("p" + person)).length,
    top = partsNow.strengths[people[0]] || 1;
  return [
    ...answerHead(
      id,
      T.community,
      people.length ? T.neighbourhood + " " + DATA.people[people[0]].label : "",
      counted(people.length, T.peopleCount) +
        (here.mode === "company" ? " · " + drawn.toLocaleString(T.language) + " " + T.drawn : ""),
      communitiesAsBuilt() ? T.leidenNote : T.louvainNote,
    ),
    people.length && (here.mode !== "company" || drawn < people.length)
      ? make("button", { type: "button", click: () => expand(numberOf(id)).then(acts.showChosen) }, T.drawAll)
      : null,
    ...section(
      T.people,
      shorten(
        people.map(
          (person) => () =>
            barred(
              partsNow.strengths[person] / top,
              link("p" + person),
              small(sayNumber(partsNow.strengths[person])),
            ),
        ),
      ),
    ),
  ];
}

// For the overview: the largest communities.
export function partsSection() {
  if (!partsNow || partsNow.version !== filter.version) {
    partsFound().then((found) => found && !here.chosen && showPanel(""));
    return [];
  }
  const parts = [...partsNow.parts].filter(([, people]) => people.length > 2).sort((a, b) => a[0] - b[0]);
  const names = (people) =>
    people
      .slice(0, 3)
      .map((person) => DATA.people[person].label)
      .join(", ");
  return section(
    T.communities,
    shorten(
      parts.map(([group, people]) => () => [
        link("k" + group, T.community + " " + group),
        small(" " + counted(people.length, T.peopleCount)),
        make("div", { class: "soft" }, short(names(people), 160)),
      ]),
      8,
    ),
  );
}
