// The panel: what is stated of the chosen thing, each statement with its sentence.
function section(title, items) {
  return items.length ? [make("h3", {}, title), make("ul", {}, items.map((item) => make("li", {}, item)))] : [];
}

function dateOf(meeting) {
  return meeting.date || T.noDate;
}

const ORDER = ["chaired", "led", "spoke", "reported", "attended", "accompanied", "observed"];

function byPerson(rows) {
  const people = new Map();
  rows.forEach((row) => collect(people, row[0], row));
  return [...people.entries()].map(([person, own]) => [person, own.sort((a, b) => ORDER.indexOf(a[2]) - ORDER.indexOf(b[2]))])
    .sort((a, b) => ORDER.indexOf(a[1][0][2]) - ORDER.indexOf(b[1][0][2]) || (a[1][0][3] || 999) - (b[1][0][3] || 999) || a[0] - b[0]);
}

// One quotation for each sentence, with the roles that it proves.
function proofs(rows) {
  const seen = new Map();
  rows.forEach((row) => { if (!seen.has(row[4])) seen.set(row[4], row); });
  return [...seen.values()].flatMap(proof);
}

function rolesOf(rows) {
  return make("span", { class: "role" }, [...new Set(rows.flatMap((row) => [T[row[2]] || row[2], ...row[8]]))].join(", "));
}

function personPanel(number) {
  const person = DATA.people[number];
  const meetings = new Map();
  (thereOf.get(number) || []).forEach((row) => collect(meetings, row[1], row));
  const sorted = [...meetings.entries()].sort((a, b) => (DATA.meetings[a[0]].date || "~").localeCompare(DATA.meetings[b[0]].date || "~") || a[0] - b[0]);
  const posts = new Map();
  (heldBy.get(number) || []).forEach((row) => collect(posts, row[1], row));
  const company = (tiesOf.get(number) || []).map((tie) => [tie, DATA.ties[tie]]).sort((a, b) => b[1][2] - a[1][2] || a[0] - b[0]);
  return [
    make("h2", {}, person.label), make("p", { class: "kind" }, [T.official, person.context].filter(Boolean).join(" · ")),
    person.aliases.length ? make("p", { class: "kind" }, T.aliases + " " + person.aliases.join(", ")) : null,
    ...section(T.posts, [...posts.entries()].map(([text, rows]) => [
      rows[0][4] >= 0 ? link("b" + rows[0][4], text) : text, " ", make("span", { class: "role" }, [...new Set(rows.map((row) => row[2]).filter(Boolean))].join(", ")),
      quote(rows[0][3], [person.name, ...person.aliases], ""),
    ])),
    ...section(T.meetings, sorted.map(([meeting, rows]) => [
      make("span", { class: "role" }, dateOf(DATA.meetings[meeting]) + "  "), link("m" + meeting), " ", rolesOf(rows), ...proofs(rows),
    ])),
    ...section(T.company, [...company.slice(0, 40).map(([tie, row]) => [
      link("p" + (row[0] === number ? row[1] : row[0])), " ", link("t" + tie, row[2] + " " + (row[2] === 1 ? T.timesOne : T.times)),
    ]), ...more(company.length - 40)]),
    ...section(T.elsewhere, (elsewhereOf.get(number) || []).map((row) => [T[row[2]] || row[2], row[1] >= 0 ? [" · ", link("m" + row[1])] : "", proof(row)].flat(2))),
  ];
}

function meetingPanel(number, first) {
  const meeting = DATA.meetings[number];
  const people = byPerson(atMeeting.get(number) || []);
  if (first) people.sort((a, b) => (b[0] === Number(first.slice(1))) - (a[0] === Number(first.slice(1))));
  return [
    make("h2", {}, meeting.name), make("p", { class: "kind" }, [meeting.kind, dateOf(meeting), meeting.place].filter(Boolean).join(" · ")),
    meeting.rule ? make("p", { class: "kind" }, T.date + ": " + meeting.rule) : null,
    meeting.body >= 0 ? make("p", {}, T.host + ": ", link("b" + meeting.body)) : null,
    quote(meeting.quote, "", ""),
    ...section(T.participants, people.map(([person, rows]) => [link("p" + person), " ", rolesOf(rows), ...proofs(rows)])),
    ...section(T.collectives, (groupsAt.get(number) || []).map((row) => [row[1] + " ", make("span", { class: "role" }, T[row[2]] || row[2]), quote(row[3], row[1], "")])),
    ...section(T.elsewhere, (elsewhereAt.get(number) || []).map((row) => [link("p" + row[0]), " ", make("span", { class: "role" }, T[row[2]] || row[2]), ...proof(row)])),
    ...section(T.documents, meeting.documents),
  ];
}

function bodyPanel(number) {
  const body = DATA.bodies[number];
  const holders = new Map();
  (heldIn.get(number) || []).forEach((row) => collect(holders, row[0] + "|" + row[1], row));
  const meetings = (hostedBy.get(number) || []).slice().sort((a, b) => (DATA.meetings[a].date || "~").localeCompare(DATA.meetings[b].date || "~"));
  return [
    make("h2", {}, body.name), make("p", { class: "kind" }, [body.kind, body.level, body.place].filter(Boolean).join(" · ")),
    ...section(T.meetings, meetings.map((m) => [make("span", { class: "role" }, dateOf(DATA.meetings[m]) + "  "), link("m" + m)])),
    ...section(T.holders, [...holders.values()].map((rows) => [link("p" + rows[0][0]), " ", rows[0][1], " ", make("span", { class: "role" }, rows[0][2]), quote(rows[0][3], DATA.people[rows[0][0]].name, "")])),
  ];
}

function tiePanel(number) {
  const [a, b, count, , meetings] = DATA.ties[number];
  return [
    make("h2", {}, nameOf("t" + number)), make("p", { class: "kind" }, T.tie + " · " + count + " " + (count === 1 ? T.timesOne : T.times)),
    make("p", {}, link("p" + a), " · ", link("p" + b)),
    ...section(T.common, meetings.map((m) => {
      const rows = (atMeeting.get(m) || []).filter((row) => row[0] === a || row[0] === b);
      const first = rows.find((row) => row[0] === a), second = rows.find((row) => row[0] === b);
      return [make("span", { class: "role" }, dateOf(DATA.meetings[m]) + "  "), link("m" + m), ...(first[4] === second[4] && first[7] < 0 && second[7] < 0 ? [quote(first[4], [first[5], second[5]], first[6])] : [...proof(first), ...proof(second)])];
    })),
  ];
}

function frontPanel() {
  const alone = DATA.people.map((_, n) => n).filter((n) => (thereOf.get(n) || []).length && !(tiesOf.get(n) || []).length);
  const top = DATA.people.map((_, n) => [n, new Set((thereOf.get(n) || []).map((row) => row[1])).size]).filter((row) => row[1]).sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 12);
  const named = DATA.people.map((_, n) => n).filter((n) => !(thereOf.get(n) || []).length && (elsewhereOf.get(n) || []).length);
  const unresolved = Object.entries(DATA.unresolved);
  const hidden = DATA.drawn[mode].hidden;
  return [
    make("h2", {}, document.title), make("p", { class: "kind" }, T.about),
    hidden ? make("p", {}, hidden + " " + T.hidden) : null,
    ...section(T.mostMeetings, top.map(([n, count]) => [link("p" + n), " ", make("span", { class: "role" }, String(count))])),
    ...section(T.isolates, [...alone.slice(0, 60).map((n) => link("p" + n)), ...more(alone.length - 60)]),
    ...section(T.elsewhere, [...named.slice(0, 60).map((n) => link("p" + n)), ...more(named.length - 60)]),
    ...section(T.unresolved, unresolved.map(([reason, count]) => [reason, " ", make("span", { class: "role" }, String(count))])),
  ];
}

function showPanel(id, first) {
  const number = id ? Number(id.slice(1)) : -1;
  const parts = !id ? frontPanel() : id[0] === "p" ? personPanel(number) : id[0] === "m" ? meetingPanel(number, first) : id[0] === "b" ? bodyPanel(number) : tiePanel(number);
  const panel = document.getElementById("panel");
  panel.replaceChildren(...parts.filter((part) => part !== null));
  panel.scrollTop = 0;
}
