// The tables that stand beside the drawings: of the same data, under the same filters. A column is [heading, what a row says, share of
// the width, whether it is a number]; a row is a number, and `id` names the thing that it is about.
import { inSlices } from "./slices.js";
import { DATA, T, collect, heldBy } from "./data.js";
import { SIZE } from "./seats.js";
import { filter, filtersActive, meetingsUnder, passing, rankOf } from "./filters.js";
import { measure } from "./measures.js";
import { communityOf } from "./communities.js";

const someOf = (texts) => [...new Set(texts.filter(Boolean))].join("; ");
const datesOf = (meetings) =>
  meetings
    .map((number) => DATA.meetings[number].date)
    .filter((date) => date && !date.startsWith("XXXX"))
    .sort();
const rolesSaid = (rows) =>
  someOf([...rows].sort((a, b) => rankOf(a) - rankOf(b)).map((row) => T[row[2]] || row[2]));

// What passes the filters, for each person and meeting: statements, the meetings of a tie, and the measures that are at hand. Kept until
// the filters change.
let underNow = null;
export async function underFilters() {
  const { version, said, count } = passing();
  if (!underNow || underNow.version !== version) {
    const fresh = { version, count, statements: [], ofPerson: new Map(), ofMeeting: new Map(), measures: {} };
    await inSlices(
      SIZE.said,
      (number) => {
        if (!said[number]) return;
        fresh.statements.push(number);
        collect(fresh.ofPerson, DATA.there[number][0], DATA.there[number]);
        collect(fresh.ofMeeting, DATA.there[number][1], DATA.there[number]);
      },
      () => version === filter.version,
    );
    underNow = fresh;
  }
  const { measures } = underNow;
  for (const name of twin.table === "people" ? TABLED : [])
    measures[name] =
      measures[name] || (name === "community" ? await communityOf() : await measure(name)) || [];
  return underNow;
}

// The measures that the table of people has: those that take no time.
const TABLED = ["degree", "strength", "pagerank", "core", "community"];
const ofMeasure = (name) => (n, now) => {
  const value = now.measures[name][n];
  return Number.isNaN(value) || value === undefined ? "" : Number(value.toPrecision(6));
};

export const TABLES = {
  people: {
    title: () => T.people,
    rows: (now) => DATA.people.map((_, n) => n).filter((n) => now.ofPerson.has(n) || !filtersActive()),
    id: (n) => "p" + n,
    columns: [
      [() => T.name, (n) => DATA.people[n].label, 3],
      [() => T.meetings, (n, now) => new Set((now.ofPerson.get(n) || []).map((row) => row[1])).size, 1, true],
      [() => T.peopleMet, ofMeasure("degree"), 1, true],
      [() => T.strengthMeasure, ofMeasure("strength"), 1.2, true],
      [() => "PageRank", ofMeasure("pagerank"), 1.6, true],
      [() => T.core, ofMeasure("core"), 1, true],
      [() => T.community, ofMeasure("community"), 1.3, true],
      [
        () => T.firstSeen,
        (n, now) => datesOf((now.ofPerson.get(n) || []).map((row) => row[1]))[0] || "",
        1.5,
      ],
      [
        () => T.lastSeen,
        (n, now) => datesOf((now.ofPerson.get(n) || []).map((row) => row[1])).pop() || "",
        1.5,
      ],
      [() => T.roles, (n, now) => rolesSaid(now.ofPerson.get(n) || []), 2],
      [() => T.posts, (n) => someOf((heldBy.get(n) || []).map((row) => row[1])), 4],
      [() => T.printedAs, (n) => DATA.people[n].aliases.join("; "), 2],
    ],
  },
  meetings: {
    title: () => T.meetings,
    rows: (now) => DATA.meetings.map((_, n) => n).filter((n) => now.ofMeeting.has(n) || !filtersActive()),
    id: (n) => "m" + n,
    columns: [
      [() => T.date, (n) => DATA.meetings[n].date, 1.6],
      [() => T.name, (n) => DATA.meetings[n].name, 4],
      [() => T.kind, (n) => DATA.meetings[n].kind, 1.4],
      [
        () => T.peopleColumn,
        (n, now) => new Set((now.ofMeeting.get(n) || []).map((row) => row[0])).size,
        1,
        true,
      ],
      [() => T.place, (n) => DATA.meetings[n].place, 2],
      [() => T.hostColumn, (n) => DATA.meetings[n].host, 3],
      [() => T.documents, (n) => DATA.meetings[n].documents.join("; "), 3],
    ],
  },
  participations: {
    title: () => T.participations,
    rows: (now) => now.statements,
    id: (n) => "s" + DATA.there[n][0] + "." + DATA.there[n][1],
    columns: [
      [() => T.official, (n) => DATA.people[DATA.there[n][0]].label, 2.4],
      [() => T.role, (n) => T[DATA.there[n][2]] || DATA.there[n][2], 1.2],
      [() => T.date, (n) => DATA.meetings[DATA.there[n][1]].date, 1.6],
      [() => T.meeting, (n) => DATA.meetings[DATA.there[n][1]].name, 3.4],
      [() => T.inList, (n) => DATA.there[n][3] || "", 0.8, true],
      [() => T.printedAs, (n) => DATA.there[n][5], 2],
      [() => T.sentence, (n) => DATA.quotes[DATA.there[n][4]][3], 5],
      [() => T.file, (n) => DATA.quotes[DATA.there[n][4]][0], 3],
      [() => T.rule, (n) => DATA.there[n][6], 1.4],
    ],
  },
  ties: {
    title: () => T.ties,
    rows: (now) => DATA.ties.map((_, n) => n).filter((n) => now.count[n] > 0),
    id: (n) => "t" + n,
    columns: [
      [() => T.onePerson, (n) => DATA.people[DATA.ties[n][0]].label, 3],
      [() => T.otherPerson, (n) => DATA.people[DATA.ties[n][1]].label, 3],
      [() => T.together, (n, now) => now.count[n], 1.2, true],
      [() => T.firstSeen, (n) => datesOf(meetingsUnder(n))[0] || "", 1.5],
      [() => T.lastSeen, (n) => datesOf(meetingsUnder(n)).pop() || "", 1.5],
      [() => T.meetings, (n) => someOf(meetingsUnder(n).map((m) => DATA.meetings[m].name)), 5],
    ],
  },
};

// The table that is shown, if any, with the rows that pass.
const ROW = 34, // pixels
  SPARE = 6; // rows that are made beyond those in sight
export const twin = { table: "", sort: 0, down: false, words: "", rows: [], now: null, active: 0, run: 0 };

export const tableOf = () => TABLES[twin.table];

export const sayRow = (number) => tableOf().columns.map(([, say]) => say(number, twin.now));

export { ROW, SPARE };
