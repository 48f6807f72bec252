// The panels of the answers, each step with its sentences.
import { acts } from "./acts.js";
import { DATA, T, atMeeting, byDate, elsewhereAt, nameOf } from "./data.js";
import { meetingsUnder } from "./filters.js";
import { counted, link, make, proofs, quote, sayDate, small } from "./text.js";
import { barred, dateOf, inOrder, rolesOf, section, shorten } from "./panel.js";
import { missingFrom, placesOf, sharedMeetings, wayBetween } from "./questions.js";

export function together(tie, meeting) {
  const [a, b] = DATA.ties[tie],
    rows = (person) => (atMeeting.get(meeting) || []).filter((row) => row[0] === person);
  const [one, other] = acts.bestProof(rows(a), rows(b));
  const said =
    one[4] === other[4] && one[7] < 0 && other[7] < 0
      ? [quote(one[4], [one[5], other[5]], [one[6], other[6]])]
      : [...proofs([one]), ...proofs([other])];
  return [
    dateOf(meeting),
    link("m" + meeting),
    make("div", {}, small(DATA.people[a].label), rolesOf([one])),
    make("div", {}, small(DATA.people[b].label), rolesOf([other])),
    ...said,
  ];
}

export function wayPanel(id) {
  const [a, b, which] = placesOf(id),
    way = wayBetween(a, b, which);
  if (!way) return [...answerHead(id, T.wayQuestion), make("p", {}, T.noWay)];
  const steps = way.ties.map((tie, step) => {
    const meetings = meetingsUnder(tie).sort(byDate),
      shown = meetings.slice(0, 3).map((m) => make("li", {}, together(tie, m)));
    return [
      make(
        "h3",
        {},
        String(step + 1) + ". ",
        link("p" + way.people[step]),
        " – ",
        link("p" + way.people[step + 1]),
      ),
      make("ul", {}, shown),
      meetings.length > 3 ? link("t" + tie, "… " + counted(meetings.length - 3, T.moreMeetings)) : null,
    ];
  });
  const another =
    way.count > 1
      ? make(
          "button",
          { type: "button", click: () => acts.choose("w" + [a, b, (which + 1) % way.count].join(".")) },
          T.anotherWay,
        )
      : null;
  return [
    ...answerHead(
      id,
      T.wayQuestion,
      counted(way.ties.length, T.stepsCount) +
        " · " +
        (way.count === 1
          ? T.onlyWay
          : T.way + " " + ((which % way.count) + 1) + " " + T.of + " " + way.count.toLocaleString(T.language)),
    ),
    another,
    ...steps.flat(),
  ];
}

export function commonPanel(id) {
  const people = placesOf(id),
    shared = sharedMeetings(people),
    all = shared.filter(([, there]) => there.length === people.length),
    some = shared.filter(([, there]) => there.length < people.length);
  const rowsOf = (m, there) =>
    inOrder((atMeeting.get(m) || []).filter((row) => there.includes(row[0]))).map(([person, rows]) =>
      make("div", {}, link("p" + person), rolesOf(rows), ...proofs(rows)),
    );
  const item =
    ([m, there]) =>
    () => [dateOf(m), link("m" + m), ...rowsOf(m, there)];
  return [
    ...answerHead(id, T.commonQuestion, counted(all.length, T.meetingsCount) + " " + T.ofAll),
    make(
      "p",
      {},
      people.flatMap((person, n) => [n ? " · " : "", link("p" + person)]),
    ),
    ...(all.length ? section(T.allThere, shorten(all.map(item))) : [make("p", {}, T.neverAll)]),
    ...section(T.someThere, shorten(some.map(item))),
  ];
}

export function missingPanel(id) {
  const [body, recent] = placesOf(id),
    { last, earlier, undated, missing } = missingFrom(body, recent);
  const absent = last.flatMap((m) => (elsewhereAt.get(m) || []).filter((row) => row[2] === "absent"));
  const facts = [
    counted(last.length, T.recentCount) + ", " + counted(earlier.length, T.earlierCount),
    undated ? counted(undated, T.undatedCount) : "",
  ];
  const lastSeen = (meetings) => [...meetings].sort(byDate).pop();
  return [
    ...answerHead(id, T.missingQuestion, facts.filter(Boolean).join(" · ")),
    make("p", {}, link("b" + body)),
    make("p", { class: "soft" }, T.notNamed),
    earlier.length && last.length ? null : make("p", {}, T.tooFew),
    ...section(
      T.missing,
      shorten(
        missing.map(([person, meetings]) => () => [
          ...barred(
            meetings.length / earlier.length,
            link("p" + person),
            small(meetings.length + " " + T.of + " " + earlier.length),
          ),
          small(T.lastThere + " "),
          link("m" + lastSeen(meetings), sayDate(DATA.meetings[lastSeen(meetings)].date)),
        ]),
      ),
    ),
    ...section(
      T.statedAbsent,
      absent.map((row) => [link("p" + row[0]), " ", link("m" + row[1]), ...proofs([row])]),
    ),
    ...section(
      T.recentMeetings,
      [...last].reverse().map((m) => [dateOf(m), link("m" + m)]),
    ),
  ];
}

export function answerHead(id, question, ...facts) {
  return [
    make("p", { class: "kind" }, question),
    make("h2", {}, nameOf(id)),
    ...facts.filter(Boolean).map((fact) => make("p", { class: "soft" }, fact)),
  ];
}
