// The panel: what is stated of the chosen thing, each statement with its sentence.
const MOST_LISTED = 60;

function section(title, items, remark) {
  return items.length
    ? [
        make("h3", {}, title),
        remark ? make("p", { class: "soft" }, remark) : null,
        make(
          "ul",
          {},
          items.map((item) => make("li", {}, item)),
        ),
      ]
    : [];
}

function shorten(items, most = MOST_LISTED) {
  const over = items.length - most;
  return over > 0
    ? [...items.slice(0, most).map((item) => item()), [small("… " + counted(over, T.moreCount))]]
    : items.map((item) => item());
}

function heading(id, ...facts) {
  const kind = { p: T.official, m: T.meeting, b: T.body, t: T.tie, s: T.seat }[id[0]];
  return [
    make("p", { class: "kind" }, make("i", { class: KINDS[id[0]] || "line" }), kind),
    make("h2", {}, nameOf(id)),
    ...facts.filter(Boolean).map((fact) => make("p", { class: "soft" }, fact)),
    aroundButtons(id),
  ];
}

function rolesOf(rows) {
  const roles = [...new Set([...rows].sort((a, b) => rankOf(a) - rankOf(b)).map((row) => row[2]))],
    notes = [...new Set(rows.flatMap((row) => row[8]))];
  return make(
    "span",
    { class: "roles" },
    [...roles.map((role) => T[role] || role), ...notes].map((word) => make("span", { class: "role" }, word)),
  );
}

const dateOf = (number) => make("span", { class: "date" }, sayDate(DATA.meetings[number].date));

// A bar as long as the number is large, for lists by strength.
function barred(share, ...children) {
  const bar = make("i", { class: "bar" });
  bar.style.width = Math.max(2, Math.round(100 * share)) + "%";
  return [make("div", { class: "barred" }, ...children), bar];
}

// Those who chaired or led, then the list as printed, then the others by role.
function inOrder(rows) {
  const place = (own) => Math.min(...own.map((row) => row[3] || Infinity)),
    best = (own) => Math.min(...own.map(rankOf));
  return [...grouped(rows, (row) => row[0])].sort(([a, one], [b, other]) => {
    const lead = Math.min(best(one), 2) - Math.min(best(other), 2);
    return (
      lead || (place(one) === place(other) ? best(one) - best(other) : place(one) - place(other)) || a - b
    );
  });
}

function personPanel(number) {
  const id = "p" + number,
    person = DATA.people[number];
  const meetings = [...grouped(thereOf.get(number) || [], (row) => row[1])].sort((a, b) =>
    byDate(a[0], b[0]),
  );
  const posts = postsInOrder(heldBy.get(number) || []);
  const company = (tiesOf.get(number) || [])
    .map((tie) => [tie, DATA.ties[tie]])
    .sort((a, b) => b[1][2] - a[1][2] || b[1][3] - a[1][3] || a[0] - b[0]);
  const most = company.length ? company[0][1][2] : 1,
    names = [person.name, ...person.aliases];
  return [
    ...heading(
      id,
      person.context,
      person.aliases.length ? T.aliases + " " + person.aliases.join(", ") : "",
      [counted(meetings.length, T.meetingsCount), counted(company.length, T.metCount)].join(" · "),
    ),
    measuresOf(number),
    ...section(
      T.posts,
      posts.map(([text, rows]) => postItem(text, rows, names)),
    ),
    ...section(
      T.meetings,
      shorten(
        meetings.map(([meeting, rows]) => () => [
          dateOf(meeting),
          listPlace(rows),
          link("m" + meeting),
          rolesOf(rows),
          ...proofs(rows),
        ]),
      ),
    ),
    ...section(
      T.company,
      shorten(
        company.map(
          ([tie, row]) =>
            () =>
              barred(
                row[2] / most,
                link("p" + (row[0] + row[1] - number)),
                link("t" + tie, counted(row[2], T.timesCount)),
              ),
        ),
        40,
      ),
    ),
    ...section(
      T.elsewhere,
      (elsewhereOf.get(number) || []).map((row) => [
        make("span", { class: "role away" }, T[row[2]] || row[2]),
        row[1] >= 0 ? [" ", link("m" + row[1])] : "",
        ...proofs([row]),
      ]),
    ),
    ...section(
      T.referred,
      (referredOf.get(number) || []).map((row) => [row[9], " ", rolesOf([row]), ...proofs([row])]),
      T.referredHelp,
    ),
    ...openQuestions(doubtsAbout([person.name, person.label, ...person.aliases]), names),
  ];
}

// Where the person stands among those who are shown; filled in as soon as it is counted.
function measuresOf(number) {
  const list = make("dl", { class: "measures" });
  const names = { degree: T.peopleMet, strength: T.strengthMeasure, pagerank: "PageRank", core: T.core };
  Promise.all(Object.keys(names).map(measure)).then((found) => {
    if (found.some((values) => !values) || Number.isNaN(found[0][number])) return;
    Object.values(names).forEach((name, n) => {
      const values = found[n],
        above = values.reduce((sum, value) => sum + Number(value > values[number] + 1e-12), 0);
      list.append(
        make("dt", {}, name),
        make("dd", {}, sayNumber(values[number]), small(" " + T.rank + " " + (above + 1))),
      );
    });
  });
  return list;
}

// A post with its dates: one sentence at once, the others to unfold.
function postItem(text, rows, names) {
  const sentences = [...new Set(rows.map((row) => row[3]))].map((number) => quote(number, names, []));
  const rest = sentences.slice(1);
  return [
    rows[0][4] >= 0 ? link("b" + rows[0][4], text) : make("strong", {}, text),
    " ",
    small(careerDates(rows)),
    careerLine(rows),
    sentences[0],
    rest.length
      ? make("details", {}, make("summary", {}, counted(rest.length, T.otherStatements)), rest)
      : null,
  ];
}

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

function listPlace(rows) {
  const place = Math.min(...rows.map((row) => row[3] || Infinity));
  return Number.isFinite(place) ? make("span", { class: "place", title: T.listed }, String(place)) : null;
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

function tiePanel(number) {
  const [a, b, count, newman, meetings, p] = DATA.ties[number];
  return [
    ...heading(
      "t" + number,
      counted(count, T.timesCount) + " · " + T.newman + " " + newman + ": " + T.newmanHelp,
      p === null ? "" : T.pSaid + " " + p + "; " + T.corrected + " " + correctedP()[number].toPrecision(3),
    ),
    make("p", {}, link("p" + a), " · ", link("p" + b)),
    ...section(
      T.common,
      [...meetings].sort(byDate).map((meeting) => together(number, meeting)),
    ),
  ];
}

// One statement for each of two people: of one report where there is one, in one sentence where there is one, by name before "he".
function bestProof(ones, others) {
  const cost = ([one, other]) =>
    4 * (DATA.quotes[one[4]][0] !== DATA.quotes[other[4]][0]) +
    2 * ((one[7] >= 0) + (other[7] >= 0)) +
    (one[4] !== other[4]);
  return ones
    .flatMap((one) => others.map((other) => [one, other]))
    .reduce((best, pair) => (cost(pair) < cost(best) ? pair : best));
}

function frontPanel() {
  const { met: meetings } = passing(),
    met = (n) => meetings[n],
    everybody = DATA.people.map((_, n) => n),
    documents = Object.keys(DATA.documents).length;
  const top = everybody
    .filter(met)
    .sort((a, b) => met(b) - met(a) || a - b)
    .slice(0, 12);
  const alone = everybody.filter((n) => met(n) && !tiesOf.has(n)),
    named = everybody.filter((n) => !meetingsOf.has(n) && elsewhereOf.has(n));
  const days = DATA.meetings.flatMap((meeting) => meeting.days || []).sort();
  const totals = [
    counted(documents, T.documentsCount) + (DATA.copies ? " (" + DATA.copies + " " + T.copies + ")" : ""),
    counted(DATA.meetings.length, T.meetingsCount),
    counted(DATA.people.length, T.peopleCount),
    days.length ? days[0] + " – " + days[days.length - 1] : "",
  ];
  return [
    make("h2", {}, document.title),
    make("p", {}, T.about, " ", link("i0", T.aboutTitle)),
    make("p", { class: "soft" }, totals.filter(Boolean).join(" · ")),
    ...section(
      T.mostMeetings,
      top.map((n) => barred(met(n) / met(top[0]), link("p" + n), small(String(met(n))))),
    ),
    ...partsSection(),
    ...section(T.alone, shorten(alone.map((n) => () => link("p" + n)))),
    ...section(
      T.elsewhere,
      shorten(
        named.map((n) => () => [
          link("p" + n),
          " ",
          ...[...new Set(elsewhereOf.get(n).map((row) => row[2]))].map((role) =>
            make("span", { class: "role away" }, T[role] || role),
          ),
        ]),
      ),
    ),
    ...doubtsSection(),
  ];
}

function doubtsSection() {
  const kinds = [...grouped(DATA.doubts, (row) => row[0])].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  );
  return section(
    T.unresolved + " (" + DATA.unresolved + ")",
    kinds.map(([reason, rows]) =>
      make(
        "details",
        {},
        make("summary", {}, reason, " ", small(String(rows.length))),
        rows
          .slice(0, MOST_LISTED)
          .map(([, path, detail, text]) =>
            make(
              "blockquote",
              {},
              text || detail,
              make("footer", {}, reportLink(path), text ? " · " + detail : ""),
            ),
          ),
      ),
    ),
    DATA.unresolved > DATA.doubts.length
      ? T.doubtsCut + " " + DATA.doubts.length.toLocaleString("en") + "."
      : "",
  );
}

function showPanel(id) {
  const number = id ? numberOf(id) : -1;
  const parts = !id
    ? frontPanel()
    : ANSWERS[id[0]]
      ? ANSWERS[id[0]].panel(id)
      : {
          p: () => personPanel(number),
          m: () => meetingPanel(number),
          b: () => bodyPanel(number),
          t: () => tiePanel(number),
          s: () => seatPanel(id),
        }[id[0]]();
  const panel = document.getElementById("panel");
  panel.replaceChildren(...parts.filter((part) => part !== null && part !== ""));
  panel.scrollTop = 0;
}
