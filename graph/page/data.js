// The page's data, with look-ups from each thing to what is stated of it.
import { inSlices } from "./slices.js";
import { unpacked } from "./unpack.js";

export const DATA = await unpacked(document.getElementById("data"));
export const T = DATA.strings;

export function collect(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}

export function grouped(rows, key) {
  const map = new Map();
  rows.forEach((row) => collect(map, key(row), row));
  return map;
}

// The same for long lists, made while the page opens: in slices, for it answers in between.
async function groupedInSlices(rows, key) {
  const map = new Map();
  await inSlices(
    rows.length,
    (number) => collect(map, key(rows[number]), rows[number]),
    () => true,
  );
  return map;
}

// A statement is [person, meeting, role, place in the list, sentence, printed form, rule, naming sentence, qualifiers,
// confidence].
const thereOf = await groupedInSlices(DATA.there, (row) => row[0]),
  atMeeting = await groupedInSlices(DATA.there, (row) => row[1]);
const elsewhereOf = grouped(DATA.elsewhere, (row) => row[0]),
  elsewhereAt = grouped(DATA.elsewhere, (row) => row[1]);
export const referredOf = grouped(DATA.referred, (row) => row[0]);
// [person, post, date, sentence, body]
const heldBy = await groupedInSlices(DATA.held, (row) => row[0]),
  heldIn = await groupedInSlices(DATA.held, (row) => row[4]);
export const groupsAt = grouped(DATA.groups, (row) => row[0]);
// [person, person, common meetings, Newman's weight, meetings, p (null where it was not computed)]
export const tiesOf = new Map();
await inSlices(
  DATA.ties.length,
  (number) => {
    collect(tiesOf, DATA.ties[number][0], number);
    collect(tiesOf, DATA.ties[number][1], number);
  },
  () => true,
);
export const hostedBy = new Map();
DATA.meetings.forEach((meeting, number) => {
  if (meeting.body >= 0) collect(hostedBy, meeting.body, number);
});
export const meetingsOf = new Map();
thereOf.forEach((rows, person) => meetingsOf.set(person, new Set(rows.map((row) => row[1]))));

// Things that the page itself makes (an answer, a community, a report), by their first letter: how each is named, addressed and shown.
export const ANSWERS = {};

// Things are named p12 (a person), m3 (a meeting), b4 (a body), t7 (a tie), s12.3 (person 12 at meeting 3).
const LISTS = { p: DATA.people, m: DATA.meetings, b: DATA.bodies, t: DATA.ties };
export const numberOf = (id) => Number(id.slice(1));
export const seatOf = (id) => id.slice(1).split(".").map(Number);

export function exists(id) {
  if (!id) return false;
  if (ANSWERS[id[0]]) return ANSWERS[id[0]].exists(id);
  if (id[0] === "s") {
    const [person, meeting] = seatOf(id);
    return (atMeeting.get(meeting) || []).some((row) => row[0] === person);
  }
  const list = LISTS[id[0]],
    number = numberOf(id);
  return Boolean(list) && Number.isInteger(number) && number >= 0 && number < list.length;
}

export function nameOf(id) {
  if (ANSWERS[id[0]]) return ANSWERS[id[0]].name(id);
  if (id[0] === "p") return DATA.people[numberOf(id)].label;
  if (id[0] === "t")
    return DATA.ties[numberOf(id)]
      .slice(0, 2)
      .map((person) => DATA.people[person].label)
      .join(" – ");
  if (id[0] === "s") return nameOf("p" + seatOf(id)[0]) + " · " + nameOf("m" + seatOf(id)[1]);
  return LISTS[id[0]][numberOf(id)].name;
}

// In the address things have their lasting ids: a number would point at somebody else after the next build.
export const lasting = (list, number) => encodeURIComponent(list[number].id);

export function slugOf(id) {
  if (ANSWERS[id[0]]) return id[0] + ":" + ANSWERS[id[0]].slug(id);
  if (id[0] === "t")
    return (
      "t:" +
      DATA.ties[numberOf(id)]
        .slice(0, 2)
        .map((person) => lasting(DATA.people, person))
        .join("+")
    );
  if (id[0] === "s")
    return "s:" + lasting(DATA.people, seatOf(id)[0]) + "+" + lasting(DATA.meetings, seatOf(id)[1]);
  return id[0] + ":" + lasting(LISTS[id[0]], numberOf(id));
}

export function idOfSlug(slug) {
  const kind = slug[0],
    parts = slug.slice(2).split("+").map(decoded);
  const place = (list, part) => list.findIndex((item) => item.id === part);
  let id = "";
  if (ANSWERS[kind]) {
    id = kind + ANSWERS[kind].read(parts, place).join(".");
  } else if (kind === "t" && parts.length === 2) {
    const [a, b] = parts.map((part) => place(DATA.people, part));
    id = "t" + DATA.ties.findIndex((tie) => (tie[0] === a && tie[1] === b) || (tie[0] === b && tie[1] === a));
  } else if (kind === "s" && parts.length === 2) {
    id = "s" + place(DATA.people, parts[0]) + "." + place(DATA.meetings, parts[1]);
  } else if ("pmb".includes(kind)) {
    id = kind + place(LISTS[kind], parts[0]);
  }
  return exists(id) ? id : "";
}

export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return ""; // an address that somebody typed
    throw error;
  }
}

// By first possible day, the undated last, then by place in the list.
export function byDate(a, b) {
  const key = (number) => (DATA.meetings[number].days || ["~"])[0];
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b;
}

export { atMeeting, elsewhereAt, elsewhereOf, heldBy, heldIn, thereOf };
