// The answers as things: w3.14.0 is the first way from person 3 to person 14, c1.2.3 what three people have in common, g4.3 who is missing
// from the last three meetings of body 4.
import { ANSWERS, DATA, lasting } from "./data.js";
import { meetingsUnder } from "./filters.js";
import { known, missingFrom, placesOf, sharedMeetings, wayBetween } from "./questions.js";
import { commonPanel, missingPanel, wayPanel } from "./answers.js";

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
  panel: wayPanel,
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
  panel: commonPanel,
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
  panel: missingPanel,
};
