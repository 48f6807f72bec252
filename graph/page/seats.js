// Who sat where, as arrays: a seat is a person at a meeting, however often it is stated. Filters and measures count on these.
import { inSlices } from "./slices.js";
import { DATA } from "./data.js";

export const SIZE = {
  people: DATA.people.length,
  meetings: DATA.meetings.length,
  said: DATA.there.length,
  ties: DATA.ties.length,
};
const seatNumbers = new Map(),
  seatOfStatement = new Int32Array(SIZE.said),
  seatPerson = [],
  seatMeeting = [];
export const seatKey = (person, meeting) => person * SIZE.meetings + meeting;

await inSlices(
  SIZE.said,
  (number) => {
    const [person, meeting] = DATA.there[number],
      key = seatKey(person, meeting);
    if (!seatNumbers.has(key)) {
      seatNumbers.set(key, seatPerson.length);
      seatPerson.push(person);
      seatMeeting.push(meeting);
    }
    seatOfStatement[number] = seatNumbers.get(key);
  },
  () => true,
);

// The common meetings of tie t are the places tieFrom[t] to tieFrom[t + 1] of three arrays: the meeting, and either person's seat.
export const tieFrom = new Int32Array(SIZE.ties + 1);
DATA.ties.forEach((tie, number) => {
  tieFrom[number + 1] = tieFrom[number] + tie[4].length;
});
const tieMeeting = new Int32Array(tieFrom[SIZE.ties]),
  tieOne = new Int32Array(tieFrom[SIZE.ties]),
  tieOther = new Int32Array(tieFrom[SIZE.ties]);
await inSlices(
  SIZE.ties,
  (number) => {
    const [a, b, , , meetings] = DATA.ties[number];
    meetings.forEach((meeting, place) => {
      const at = tieFrom[number] + place;
      tieMeeting[at] = meeting;
      tieOne[at] = seatNumbers.get(seatKey(a, meeting));
      tieOther[at] = seatNumbers.get(seatKey(b, meeting));
    });
  },
  () => true,
);

export { seatMeeting, seatNumbers, seatOfStatement, seatPerson, tieMeeting, tieOne, tieOther };
