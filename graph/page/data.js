"use strict";
// The page's data, with look-ups from each thing to what is stated of it.
const DATA = JSON.parse(document.getElementById("data").textContent);
const T = DATA.strings;
const at = { people: new Map(), meetings: new Map(), bodies: new Map() };

function collect(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

const thereOf = new Map(), atMeeting = new Map(), elsewhereOf = new Map(), elsewhereAt = new Map();
DATA.there.forEach((row) => { collect(thereOf, row[0], row); collect(atMeeting, row[1], row); });
DATA.elsewhere.forEach((row) => { collect(elsewhereOf, row[0], row); collect(elsewhereAt, row[1], row); });
const heldBy = new Map(), heldIn = new Map();
DATA.held.forEach((row) => { collect(heldBy, row[0], row); collect(heldIn, row[4], row); });
const tiesOf = new Map();
DATA.ties.forEach((tie, number) => { collect(tiesOf, tie[0], number); collect(tiesOf, tie[1], number); });
const groupsAt = new Map();
DATA.groups.forEach((row) => collect(groupsAt, row[0], row));
const hostedBy = new Map();
DATA.meetings.forEach((meeting, number) => collect(hostedBy, meeting.body, number));

// What a node or a tie is called: p12 a person, m3 a meeting, b4 a body, t7 a tie.
function nameOf(id) {
  const number = Number(id.slice(1));
  if (id[0] === "p") return DATA.people[number].label;
  if (id[0] === "m") return DATA.meetings[number].name;
  if (id[0] === "b") return DATA.bodies[number].name;
  const tie = DATA.ties[number];
  return DATA.people[tie[0]].label + " – " + DATA.people[tie[1]].label;
}

// In the address things have their lasting ids: a number would point at somebody else after the next build.
function slugOf(id) {
  const number = Number(id.slice(1));
  if (id[0] === "t") return "t:" + DATA.people[DATA.ties[number][0]].id + "+" + DATA.people[DATA.ties[number][1]].id;
  return id[0] + ":" + { p: DATA.people, m: DATA.meetings, b: DATA.bodies }[id[0]][number].id;
}

function idOfSlug(slug) {
  const name = slug.slice(2);
  const place = (list) => list.findIndex((item) => item.id === name);
  if (slug.startsWith("t:")) {
    const number = DATA.ties.findIndex((tie) => DATA.people[tie[0]].id + "+" + DATA.people[tie[1]].id === name);
    return number < 0 ? "" : "t" + number;
  }
  const list = { "p:": DATA.people, "m:": DATA.meetings, "b:": DATA.bodies }[slug.slice(0, 2)];
  const number = list ? place(list) : -1;
  return number < 0 ? "" : slug[0] + number;
}

function exists(id) {
  const lists = { p: DATA.people, m: DATA.meetings, b: DATA.bodies, t: DATA.ties };
  const list = lists[id[0]];
  const number = Number(id.slice(1));
  return Boolean(list) && Number.isInteger(number) && number >= 0 && number < list.length;
}

// The span of days that an EDTF date can mean, as two strings that compare; null where the year is unknown.
function bounds(date) {
  if (!date) return null;
  const [low, high] = date.includes("/") ? date.split("/") : [date, date];
  if (/X{4}/.test(low) || !/^\d{4}/.test(low)) return null;
  const first = low.replace(/X/g, "0"), last = (high || low).replace(/X/g, "9");
  return [first, last.length < 10 ? last + "-99-99".slice(0, 10 - last.length) : last];
}
