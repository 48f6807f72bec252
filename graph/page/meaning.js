// What size and colour stand for under the filters: a number or a group of each person.
import { DATA, atMeeting, collect, hostedBy } from "./data.js";
import { SIZE, seatMeeting, seatPerson } from "./seats.js";
import { GROUPS, NUMBERS, look } from "./look.js";
import { FACETS, filter, passing } from "./filters.js";
import { measure } from "./measures.js";
import { communityOf } from "./communities.js";
import { groupInks } from "./palettes.js";

// What colour and size stand for now: `sizes` and `shades` by person, `top` the greatest; `groups` of the coloured groups.
export const meaning = { sizes: null, top: 1, shades: null, range: null, groups: [], faces: new Map(), groupOf: null };

// The values of a measure by person; a promise, for some take time.
async function valuesOf(name) {
  return name === "meetings" ? Float64Array.from(passing().met, (n) => n || NaN) : measure(name);
}

// A person's group: the community, or what most of the meetings attended are of (their body, jurisdiction, level). A text; "" for none.
async function groupsOf(name) {
  const people = new Array(SIZE.people).fill("");
  if (name === "community") {
    const found = await communityOf();
    return found && people.map((_, n) => (found[n] > 0 ? String(found[n]) : ""));
  }
  const votes = new Map(),
    { seat } = passing();
  seat.forEach((open, number) => {
    const value = open && FACETS[name].of(seatMeeting[number]);
    if (value) collect(votes, seatPerson[number], value);
  });
  votes.forEach((values, person) => {
    people[person] = mostFrequent(values);
  });
  return people;
}

export function mostFrequent(values) {
  const counts = new Map();
  values.forEach((value) => counts.set(value, (counts.get(value) || 0) + 1));
  return [...counts].reduce((best, row) =>
    row[1] > best[1] || (row[1] === best[1] && row[0] < best[0]) ? row : best,
  )[0];
}

// The first year in which somebody was seen, as a number.
function firstSeen() {
  const years = new Float64Array(SIZE.people).fill(NaN),
    { seat } = passing();
  seat.forEach((open, number) => {
    const days = open && DATA.meetings[seatMeeting[number]].days;
    if (!days) return;
    const year = Number(days[0].slice(0, 4)),
      person = seatPerson[number];
    if (!(years[person] <= year)) years[person] = year;
  });
  return years;
}

// Work out what the looks stand for under the filters; tells whether they are still those.
export async function makeMeaning() {
  const version = passing().version,
    chosenLook = JSON.stringify(look);
  const sizes = look.size === "same" ? null : await valuesOf(look.size);
  const shades = NUMBERS.includes(look.colour)
    ? await valuesOf(look.colour)
    : look.colour === "first"
      ? firstSeen()
      : null;
  const groups = GROUPS.includes(look.colour) ? await groupsOf(look.colour) : null;
  if (version !== filter.version || chosenLook !== JSON.stringify(look)) return false;
  setMeaning(sizes, shades, groups);
  return true;
}

export function setMeaning(sizes, shades, groups) {
  const known = (values) => Array.from(values || []).filter((value) => !Number.isNaN(value));
  const most = (values) => values.reduce((top, value) => Math.max(top, value), 0);
  meaning.sizes = sizes;
  meaning.top = most(known(sizes)) || 1;
  if (look.size === "meetings") meaning.top = Math.max(meaning.top, 12);
  meaning.shades = shades;
  const range = known(shades);
  meaning.range = range.length
    ? [range.reduce((low, value) => Math.min(low, value), Infinity), most(range)]
    : null;
  meaning.groupOf = groups;
  meaning.groups = [];
  if (!groups) return;
  const counts = new Map(),
    { met } = passing();
  groups.forEach((group, person) => {
    if (group && met[person]) counts.set(group, (counts.get(group) || 0) + 1);
  });
  const order = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const single = look.colour === "community" ? order.filter(([, count]) => count > 1) : order;
  meaning.groups = single.slice(0, groupInks().length);
  if (look.colour === "community") meaning.faces = facesOf(groups);
}

// Of each community the person with the strongest company, by whom it is called.
function facesOf(groups) {
  const { weight } = passing(),
    strengths = new Float64Array(SIZE.people),
    faces = new Map();
  weight.forEach((own, tie) => {
    strengths[DATA.ties[tie][0]] += own;
    strengths[DATA.ties[tie][1]] += own;
  });
  groups.forEach((group, person) => {
    if (group && !(strengths[person] <= strengths[faces.get(group)])) faces.set(group, person);
  });
  return faces;
}

// What group a node is of: a meeting and a body are of the group of most of its people, or of their own place.
export function groupOfSpot(spot) {
  if (spot.kind === "p") return meaning.groupOf[spot.number];
  if (look.colour !== "community") {
    const meetings = spot.kind === "m" ? [spot.number] : hostedBy.get(spot.number) || [];
    return meetings.length ? FACETS[look.colour].of(meetings[0]) : "";
  }
  // as Python does it for the layout: everybody counts once for each meeting; of equally many the larger community
  const meetings = spot.kind === "m" ? [spot.number] : hostedBy.get(spot.number) || [];
  const groups = meetings
    .flatMap((m) => [...new Set((atMeeting.get(m) || []).map((row) => row[0]))])
    .map((person) => Number(meaning.groupOf[person]))
    .filter(Boolean);
  return groups.length ? String(mostFrequent(groups)) : "";
}
