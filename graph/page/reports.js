// Reports as things: d7 is a report with its gatherings, its statements in the order of its sentences, and what it leaves open.
import { acts } from "./acts.js";
import { ANSWERS, DATA, T, byDate, collect, grouped } from "./data.js";
import { link, make, marked, quote, sayDate, spotOf } from "./text.js";
import { dateOf, rolesOf, section, shorten } from "./panel.js";
import { known, placesOf } from "./questions.js";
import { answerHead } from "./answers.js";

export const PATHS = Object.keys(DATA.documents).sort();
const reportAt = new Map(PATHS.map((path, number) => [path, number]));
let statementsIn = null;

// Whom each report names, and where: ["there", row] or ["elsewhere", row], made when it is first asked for.
function statementsOf(path) {
  if (!statementsIn) {
    statementsIn = new Map();
    [
      ["there", DATA.there],
      ["elsewhere", DATA.elsewhere],
    ].forEach(([kind, rows]) =>
      rows.forEach((row) => collect(statementsIn, DATA.quotes[row[4]][0], [kind, row])),
    );
  }
  return statementsIn.get(path) || [];
}

export function reportLink(path) {
  return reportAt.has(path) ? link("d" + reportAt.get(path), path) : path;
}

ANSWERS.d = {
  exists: (id) => known(PATHS, placesOf(id)[0]),
  name: (id) => DATA.documents[PATHS[placesOf(id)[0]]].title || PATHS[placesOf(id)[0]],
  slug: (id) => encodeURIComponent(PATHS[placesOf(id)[0]]),
  read: ([path]) => [PATHS.indexOf(path)],
  people: (id) => [
    ...new Set(
      statementsOf(PATHS[placesOf(id)[0]])
        .filter(([kind]) => kind === "there")
        .map(([, row]) => row[0]),
    ),
  ],
  others: (id) => [
    ...new Set(
      statementsOf(PATHS[placesOf(id)[0]])
        .filter(([kind]) => kind === "there")
        .map(([, row]) => "m" + row[1]),
    ),
  ],
  core: (id) => ANSWERS.d.people(id).map((person) => "p" + person),
  panel: reportPanel,
};

function reportPanel(id) {
  const path = PATHS[placesOf(id)[0]],
    source = DATA.documents[path],
    statements = statementsOf(path);
  const meetings = DATA.meetings
    .flatMap((meeting, number) => (meeting.documents.includes(path) ? [number] : []))
    .sort(byDate);
  const sentences = [...grouped(statements, ([, row]) => row[4])].sort(
    ([a], [b]) => DATA.quotes[a][1] - DATA.quotes[b][1],
  );
  const names = (own) =>
    own.map(([kind, row]) =>
      make(
        "div",
        {},
        link("p" + row[0]),
        " ",
        kind === "there" ? rolesOf([row]) : make("span", { class: "role away" }, T[row[2]] || row[2]),
      ),
    );
  return [
    ...answerHead(
      id,
      T.file,
      [source.source, source.date ? T.pageDate + " " + sayDate(source.date) : "", path]
        .filter(Boolean)
        .join(" · "),
    ),
    ...section(
      T.meetings,
      meetings.map((meeting) => [dateOf(meeting), link("m" + meeting)]),
    ),
    ...section(
      T.statements,
      shorten(
        sentences.map(([sentence, own]) => () => [
          ...names(own),
          quote(
            sentence,
            own.map(([, row]) => row[5]),
            own.map(([, row]) => row[6]),
          ),
        ]),
      ),
    ),
    ...openQuestions(DATA.doubts.filter((row) => row[1] === path)),
  ];
}

// The rows of the ledger about somebody: those whose text or detail prints one of the names as whole words.
export function doubtsAbout(names) {
  const whole = names.filter((name) => name.trim().length > 2);
  const first = whole.map((name) => name.trim().split(/\s+/)[0]);
  return DATA.doubts.filter(([, , detail, text]) =>
    whole.some(
      (name, n) =>
        (text.includes(first[n]) && spotOf(text, name)) || (detail.includes(first[n]) && spotOf(detail, name)),
    ),
  );
}

export function openQuestions(rows, names = []) {
  return section(
    T.openQuestions,
    shorten(
      rows.map(([reason, path, detail, text]) => () => [
        make("span", { class: "role away" }, reason),
        make("div", {}, detail),
        make("blockquote", {}, marked(text, names), make("footer", {}, reportLink(path))),
      ]),
    ),
  );
}

Object.assign(acts, { reportLink });
