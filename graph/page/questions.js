// Questions to the network, answered under the filters: a way between two people, the common meetings of several, who is missing from a
// body's recent meetings. An answer is a thing like a person or a meeting: it is chosen, has an address and a panel, and is lit.
import { DATA, atMeeting, byDate, collect, hostedBy, tiesOf } from "./data.js";
import { passing } from "./filters.js";

export const placesOf = (id) => id.slice(1).split(".").map(Number);

export const known = (list, number) => Number.isInteger(number) && number >= 0 && number < list.length;

// The ways with the fewest steps from person `a` to person `b`: how many there are, and number `which` of them (from 0, in the order of the
// people's ids, as Network.path has them) as [people, ties]; null where there is no way.
export function wayBetween(a, b, which) {
  const { count: passes } = passing(),
    ways = new Map([[b, 1]]),
    far = new Map([[b, 0]]),
    next = new Map();
  let ring = [b];
  while (ring.length && !far.has(a)) {
    const reached = [];
    ring.forEach((person) =>
      (tiesOf.get(person) || []).forEach((tie) => {
        const other = DATA.ties[tie][0] + DATA.ties[tie][1] - person;
        if (far.has(other) && far.get(other) <= far.get(person)) return;
        if (!passes[tie]) return;
        if (!far.has(other)) {
          far.set(other, far.get(person) + 1);
          reached.push(other);
        }
        ways.set(other, (ways.get(other) || 0) + ways.get(person));
        collect(next, other, [person, tie]);
      }),
    );
    ring = reached;
  }
  if (a === b || !far.has(a)) return null;
  const people = [a],
    ties = [],
    count = ways.get(a);
  for (let left = which % count, person = a; person !== b;) {
    const [step, tie] = next
      .get(person)
      .sort((one, other) => one[0] - other[0])
      .find(([onward]) => {
        if (left < ways.get(onward)) return true;
        left -= ways.get(onward);
        return false;
      });
    people.push(step);
    ties.push(tie);
    person = step;
  }
  return { count, people, ties };
}

// The meetings at which at least two of `people` were: [meeting, those of them who were there], all of them first, then by date.
export function sharedMeetings(people) {
  const { has, there } = passing();
  return DATA.meetings
    .flatMap((_, m) => (there[m] ? [[m, people.filter((person) => has(person, m))]] : []))
    .filter(([, own]) => own.length > 1)
    .sort(([m, own], [n, others]) => others.length - own.length || byDate(m, n));
}

// Who was at earlier meetings of a body and is named at none of its last `recent`: only meetings with a day count, for the others have
// no order.
// `missing` is [person, meetings], most meetings first.
export function missingFrom(body, recent) {
  const { has, there: size } = passing(),
    hosted = (hostedBy.get(body) || []).filter((m) => size[m] > 0);
  const dated = hosted.filter((m) => DATA.meetings[m].days).sort(byDate),
    last = dated.slice(-recent),
    earlier = dated.slice(0, -recent);
  const there = (m) =>
    [...new Set((atMeeting.get(m) || []).map((row) => row[0]))].filter((person) => has(person, m));
  const lately = new Set(last.flatMap(there)),
    before = new Map();
  earlier.forEach((m) =>
    there(m).forEach((person) => {
      if (!lately.has(person)) collect(before, person, m);
    }),
  );
  return {
    last,
    earlier,
    undated: hosted.length - dated.length,
    missing: [...before].sort(([a, one], [b, other]) => other.length - one.length || a - b),
  };
}
