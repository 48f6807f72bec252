// Questions to the network, answered under the filters: a way between two people, the common meetings of several, who is missing from a
// body's recent meetings. An answer is a thing like a person or a meeting: it is chosen, has an address and a panel, and is lit.
const ANSWERS = {};

const placesOf = (id) => id.slice(1).split(".").map(Number);
const known = (list, number) => Number.isInteger(number) && number >= 0 && number < list.length;

// The ways with the fewest steps from person `a` to person `b`: how many there are, and number `which` of them (from 0, in the order of the
// people's ids, as Network.path has them) as [people, ties]; null where there is no way.
function wayBetween(a, b, which) {
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
function sharedMeetings(people) {
  const { has, there } = passing();
  return DATA.meetings
    .flatMap((_, m) => (there[m] ? [[m, people.filter((person) => has(person, m))]] : []))
    .filter(([, own]) => own.length > 1)
    .sort(([m, own], [n, others]) => others.length - own.length || byDate(m, n));
}

// Who was at earlier meetings of a body and is named at none of its last `recent`: only meetings with a day count, for the others have
// no order.
// `missing` is [person, meetings], most meetings first.
function missingFrom(body, recent) {
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

// The answers as things: w3.14.0 is the first way from person 3 to person 14, c1.2.3 what three people have in common, g4.3 who is missing
// from the last three meetings of body 4.
ANSWERS.w = {
  exists: (id) => {
    const [a, b, which] = placesOf(id);
    return known(DATA.people, a) && known(DATA.people, b) && a !== b && which >= 0;
  },
  name: (id) =>
    placesOf(id)
      .slice(0, 2)
      .map((person) => DATA.people[person].label)
      .join(" → "),
  slug: (id) =>
    [
      ...placesOf(id)
        .slice(0, 2)
        .map((person) => lasting(DATA.people, person)),
      placesOf(id)[2],
    ].join("+"),
  read: ([a, b, which], place) => [place(DATA.people, a), place(DATA.people, b), Number(which)],
  people: (id) => {
    const [a, b, which] = placesOf(id),
      way = wayBetween(a, b, which);
    return way ? way.people : [a, b];
  },
  others: (id) => {
    const [a, b, which] = placesOf(id),
      way = wayBetween(a, b, which);
    return way ? way.ties.flatMap((tie) => meetingsUnder(tie).slice(0, 1)).map((m) => "m" + m) : [];
  },
  core: (id) => {
    const [a, b, which] = placesOf(id),
      way = wayBetween(a, b, which);
    return way ? way.ties.map((tie) => "t" + tie) : [];
  },
};
ANSWERS.c = {
  exists: (id) => placesOf(id).length > 1 && placesOf(id).every((person) => known(DATA.people, person)),
  name: (id) =>
    placesOf(id)
      .map((person) => DATA.people[person].label)
      .join(", "),
  slug: (id) =>
    placesOf(id)
      .map((person) => lasting(DATA.people, person))
      .join("+"),
  read: (parts, place) => parts.map((part) => place(DATA.people, part)),
  people: placesOf,
  others: (id) => sharedMeetings(placesOf(id)).map(([m]) => "m" + m),
  core: (id) => placesOf(id).map((person) => "p" + person),
};
ANSWERS.g = {
  exists: (id) => known(DATA.bodies, placesOf(id)[0]) && placesOf(id)[1] > 0,
  name: (id) => DATA.bodies[placesOf(id)[0]].name,
  slug: (id) => lasting(DATA.bodies, placesOf(id)[0]) + "+" + placesOf(id)[1],
  read: ([body, recent], place) => [place(DATA.bodies, body), Number(recent)],
  people: (id) => missingFrom(...placesOf(id)).missing.map(([person]) => person),
  others: (id) => {
    const { last, earlier } = missingFrom(...placesOf(id));
    return ["b" + placesOf(id)[0], ...last.map((m) => "m" + m), ...earlier.map((m) => "m" + m)];
  },
  core: (id) => {
    const { last, earlier } = missingFrom(...placesOf(id));
    return [...last, ...earlier].map((m) => "m" + m);
  },
};
