// The panels of a meeting, of somebody's statement at one, and of a body.
import { acts } from "./acts.js";
import {
  DATA,
  T,
  atMeeting,
  byDate,
  elsewhereAt,
  grouped,
  groupsAt,
  heldIn,
  hostedBy,
  seatOf,
  tiesOf,
} from "./data.js";
import { link, make, proofs, quote, sayDate } from "./text.js";
import { dateOf, heading, inOrder, listPlace, rolesOf, section, shorten } from "./panel.js";
import { openQuestions, reportLink } from "./reports.js";
import { postItem } from "./personpanel.js";

function meetingPanel(number) {
  const meeting = DATA.meetings[number],
    people = inOrder(atMeeting.get(number) || []);
  return [
    ...heading(
      "m" + number,
      [meeting.kind, sayDate(meeting.date), meeting.place].filter(Boolean).join(" · "),
      meeting.rule ? T.dateRule + " " + meeting.rule : "",
    ),
    meeting.body >= 0
      ? make("p", {}, T.host + " ", link("b" + meeting.body, meeting.host))
      : meeting.host
        ? make("p", {}, T.host + " " + meeting.host)
        : null,
    quote(meeting.quote, [], []),
    ...section(
      T.participants,
      people.map(([person, rows]) => [listPlace(rows), link("p" + person), rolesOf(rows), ...proofs(rows)]),
    ),
    ...section(
      T.collectives,
      (groupsAt.get(number) || []).map((row) => [
        row[1] + " ",
        make("span", { class: "role" }, T[row[2]] || row[2]),
        quote(row[3], [row[1]], [row[4]]),
      ]),
    ),
    ...section(
      T.elsewhere,
      (elsewhereAt.get(number) || []).map((row) => [
        link("p" + row[0]),
        " ",
        make("span", { class: "role away" }, T[row[2]] || row[2]),
        ...proofs([row]),
      ]),
    ),
    ...section(
      T.documents,
      meeting.documents.map((path) => [
        (DATA.documents[path] || {}).title || path,
        make("div", { class: "soft" }, reportLink(path)),
      ]),
    ),
    ...openQuestions(DATA.doubts.filter((row) => meeting.documents.includes(row[1]))),
  ];
}

function seatPanel(id) {
  const [person, meeting] = seatOf(id),
    rows = atMeeting.get(meeting).filter((row) => row[0] === person);
  const others = tiesOf.get(person)
    ? inOrder(atMeeting.get(meeting)).filter(([other]) => other !== person)
    : [];
  return [
    ...heading(id),
    make("p", {}, dateOf(meeting), rolesOf(rows)),
    make("p", {}, link("p" + person)),
    make("p", {}, T.at + " ", link("m" + meeting)),
    ...proofs(rows),
    ...section(
      T.participants,
      shorten(others.map(([other, own]) => () => [link("p" + other), rolesOf(own)])),
    ),
  ];
}

function bodyPanel(number) {
  const body = DATA.bodies[number];
  const holders = [...grouped(heldIn.get(number) || [], (row) => row[0] + "|" + row[1]).values()];
  const meetings = [...(hostedBy.get(number) || [])].sort(byDate);
  return [
    ...heading("b" + number, [body.kind, body.level, body.place].filter(Boolean).join(" · ")),
    ...section(
      T.meetings,
      shorten(
        meetings.map((meeting) => () => [
          dateOf(meeting),
          link("m" + meeting),
          quote(DATA.meetings[meeting].quote, [], []),
        ]),
      ),
    ),
    ...section(
      T.holders,
      shorten(
        holders.map((rows) => () => [
          make("div", {}, link("p" + rows[0][0])),
          ...postItem(
            rows[0][1],
            rows.map((row) => [...row.slice(0, 4), -1]),
            [DATA.people[rows[0][0]].name, ...DATA.people[rows[0][0]].aliases],
          ),
        ]),
      ),
    ),
  ];
}

Object.assign(acts, { bodyPanel, meetingPanel, seatPanel });
