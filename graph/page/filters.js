// What passes the filters. Each says of a meeting, of a statement or of a tie whether it is in; what nothing narrows shows everything.
import { acts } from "./acts.js";
import { DATA, T } from "./data.js";
import {
  SIZE,
  seatKey,
  seatNumbers,
  seatOfStatement,
  seatPerson,
  tieFrom,
  tieMeeting,
  tieOne,
  tieOther,
} from "./seats.js";

export const ROLES = ["chaired", "led", "spoke", "reported", "attended", "accompanied", "observed"];
export const rankOf = (row) => ROLES.indexOf(row[2]);
// The steps of the slider; at 1 every tie is drawn.
export const ALPHAS = [1, 0.2, 0.1, 0.05, 0.01, 0.001];
export const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const NOTHING_NARROWED = { since: "", until: "", undated: true, confidence: 0, times: 1, alpha: 1 };
export const filter = { ...NOTHING_NARROWED, version: 0 };

// The facets: lists of values of which some can be ticked. `of` is the value of a meeting (by its number), or of a statement.
export const FACETS = {
  kind: { title: T.meetingKind, of: (m) => DATA.meetings[m].kind },
  level: { title: T.level, of: (m) => DATA.meetings[m].level },
  place: { title: T.jurisdiction, of: (m) => DATA.meetings[m].jurisdiction },
  body: {
    title: T.body,
    of: (m) => (DATA.meetings[m].body >= 0 ? DATA.bodies[DATA.meetings[m].body].id : ""),
    say: (id) => (DATA.bodies.find((body) => body.id === id) || { name: id }).name,
  },
  by: { title: T.byRank, of: (m) => DATA.meetings[m].by, say: (by) => T[by + "By"] || by },
  role: { title: T.roles, ofStatement: (row) => row[2], say: (role) => T[role] || role },
};
export const ofMeetings = Object.keys(FACETS).filter((name) => FACETS[name].of);
Object.keys(FACETS).forEach((name) => {
  filter[name] = null;
});

export function changed(values) {
  Object.assign(filter, values);
  filter.version += 1;
}

export const clearFilters = () =>
  changed({ ...NOTHING_NARROWED, ...Object.fromEntries(Object.keys(FACETS).map((name) => [name, null])) });

// As in Python: a meeting is in where all days that its date can mean are in; one of several days where one of them is.
function inTime(number) {
  const { days, several } = DATA.meetings[number];
  if (days === null) return filter.undated;
  if (!filter.since && !filter.until) return true;
  const [first, last] = days,
    since = filter.since ? (filter.since + "-01-01").slice(0, 10) : "0000-01-01";
  const until = filter.until
    ? (filter.until + (filter.until.length === 4 ? "-12-31" : "-31")).slice(0, 10)
    : "9999-12-31";
  if (last < since || first > until) return false;
  return several || (first >= since && last <= until) || filter.undated;
}

// For each meeting the filters that leave it out: bit 0 is time, bit 1 the first facet, and so on.
function failing() {
  const bits = new Uint8Array(SIZE.meetings);
  for (let m = 0; m < SIZE.meetings; m += 1) {
    if (!inTime(m)) bits[m] = 1;
    ofMeetings.forEach((name, place) => {
      if (filter[name] && !filter[name].has(FACETS[name].of(m))) bits[m] |= 2 << place;
    });
  }
  return bits;
}

export const trusted = (row) => row[9] >= filter.confidence;
export const inRole = (row) => !filter.role || filter.role.has(row[2]);

// What passes now: `said` statements, `seat` seats, `there` people at each meeting, `met` meetings of each person, and of each tie the
// common meetings and Newman's weight, 0 where it does not pass. Kept until a filter changes.
let now = null;
export function passing() {
  if (now && now.version === filter.version) return now;
  const bits = failing(),
    said = new Uint8Array(SIZE.said),
    seat = new Uint8Array(seatPerson.length),
    there = new Int32Array(SIZE.meetings),
    met = new Int32Array(SIZE.people);
  for (let number = 0; number < SIZE.said; number += 1) {
    const row = DATA.there[number];
    if (bits[row[1]] || !inRole(row) || !trusted(row)) continue;
    said[number] = 1;
    if (seat[seatOfStatement[number]]) continue;
    seat[seatOfStatement[number]] = 1;
    there[row[1]] += 1;
    met[row[0]] += 1;
  }
  const [count, weight] = tiesUnder(seat, there);
  const has = (person, meeting) => seat[seatNumbers.get(seatKey(person, meeting))] === 1;
  now = { version: filter.version, bits, said, seat, there, met, count, weight, has };
  now.meetings = there.reduce((sum, people) => sum + Number(people > 0), 0);
  now.people = met.reduce((sum, meetings) => sum + Number(meetings > 0), 0);
  now.ties = count.reduce((sum, meetings) => sum + Number(meetings > 0), 0);
  return now;
}

// Of each tie the number of common meetings that pass, and Newman's weight: a meeting of k people who pass counts 1/(k-1).
function tiesUnder(seat, there) {
  const count = new Int32Array(SIZE.ties),
    weight = new Float64Array(SIZE.ties);
  for (let tie = 0; tie < SIZE.ties; tie += 1) {
    let meetings = 0,
      sum = 0;
    for (let at = tieFrom[tie]; at < tieFrom[tie + 1]; at += 1) {
      if (!seat[tieOne[at]] || !seat[tieOther[at]]) continue;
      meetings += 1;
      sum += 1 / (there[tieMeeting[at]] - 1);
    }
    if (meetings < filter.times || !acts.moreThanChance(tie)) continue;
    count[tie] = meetings;
    weight[tie] = sum;
  }
  return [count, weight];
}

// The meetings of a tie that pass.
export const meetingsUnder = (tie) =>
  DATA.ties[tie][4].filter((m) => passing().has(DATA.ties[tie][0], m) && passing().has(DATA.ties[tie][1], m));

// How many filters narrow what is shown.
export function filtersActive() {
  return (
    Number(Boolean(filter.since || filter.until)) +
    Number(!filter.undated) +
    Number(filter.confidence > 0) +
    Number(filter.times > 1) +
    Number(filter.alpha < 1) +
    Object.keys(FACETS).filter((name) => filter[name]).length
  );
}
