// The panel of a person: posts over time, meetings, company by strength, where else they are named.
import { acts } from "./acts.js";
import { DATA, T, byDate, elsewhereOf, grouped, heldBy, referredOf, thereOf, tiesOf } from "./data.js";
import { measure } from "./measures.js";
import { counted, link, make, proofs, quote, sayNumber, small } from "./text.js";
import { barred, dateOf, heading, listPlace, rolesOf, section, shorten } from "./panel.js";
import { careerDates, careerLine, postsInOrder } from "./career.js";
import { doubtsAbout, openQuestions } from "./reports.js";

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
export function postItem(text, rows, names) {
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

Object.assign(acts, { personPanel });
