// About this network: the corpus, its dates and sources, the counts, how it was read and how well, and what was not resolved.
import { ANSWERS, DATA, T, grouped, thereOf } from "./data.js";
import { ROLES } from "./filters.js";
import { counted, make } from "./text.js";
import { reasonsCounted } from "./front.js";

ANSWERS.i = {
  exists: (id) => id === "i0",
  name: () => T.aboutTitle,
  slug: () => "this",
  read: () => [0],
  people: () => [],
  others: () => [],
  core: () => [],
  panel: () => {
    const made = DATA.manifest || {},
      sources = [
        ...grouped(Object.values(DATA.documents), (report) => report.source || T.unknownSource),
      ].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
    const days = DATA.meetings.flatMap((meeting) => meeting.days || []).sort(),
      undated = DATA.meetings.filter((meeting) => !meeting.days).length;
    const published = Object.values(DATA.documents)
      .map((report) => report.date)
      .filter((date) => date && !date.startsWith("XXXX"))
      .sort();
    const pairs = (rows) =>
      make(
        "dl",
        {},
        rows
          .filter(([, value]) => value !== "" && value !== undefined)
          .flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]),
      );
    const number = (value) => (typeof value === "number" ? value.toLocaleString(T.language) : value);
    const roles = ROLES.concat("invoked", "absent").map((role) => [
      T[role],
      number((made.roles || {})[role]),
    ]);
    const block = (title, ...children) => [make("h3", {}, title), ...children];
    return [
      make("p", { class: "kind" }, document.title),
      make("h2", {}, T.aboutTitle),
      make("p", {}, T.about),
      make("p", {}, T.aboutTies),
      ...block(
        T.corpus,
        pairs([
          [T.documents, number(Object.keys(DATA.documents).length)],
          [T.copies, DATA.copies ? number(DATA.copies) : ""],
          [T.pagesFromTo, published.length ? published[0] + " – " + published[published.length - 1] : ""],
          [T.meetingsFromTo, days.length ? days[0] + " – " + days[days.length - 1] : T.noDate],
          [T.undatedMeetings, number(undated)],
        ]),
        make(
          "details",
          {},
          make("summary", {}, T.sources + " (" + sources.length + ")"),
          pairs(sources.map(([name, own]) => [name, number(own.length)])),
        ),
      ),
      ...block(
        T.whatIsHere,
        pairs([
          [T.people, number(DATA.people.length)],
          [T.presentPeople, number(thereOf.size)],
          [T.meetings, number(DATA.meetings.length)],
          [T.participations, number(DATA.there.length)],
          [T.ties, number(DATA.ties.length)],
        ]),
        made.roles ? make("details", {}, make("summary", {}, T.rolesCounted), pairs(roles)) : null,
      ),
      ...block(
        T.howRead,
        make("p", {}, T.howReadHelp),
        pairs([
          ["Sederunt", made.sederunt],
          [T.model, made.model],
          [T.modelDigest, made.model_digest ? made.model_digest.slice(0, 16) : ""],
          [T.rulesDigest, made.rules ? made.rules.slice(0, 16) : ""],
          [T.corpusDigest, made.corpus ? made.corpus.slice(0, 16) : ""],
        ]),
      ),
      ...accuracyBlock(block, pairs),
      ...block(
        T.unresolved + " (" + DATA.unresolved.toLocaleString(T.language) + ")",
        make("p", {}, T.unresolvedHelp),
        pairs(
reasonsCounted().map(([reason, count]) => [reason, number(count)]),
        ),
      ),
    ];
  },
};

// How often the rules behind what is shown were right on reports with known answers, the most used first.
function accuracyBlock(block, pairs) {
  const rules = [...grouped(DATA.there, (row) => row[6])].sort(
    (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
  );
  if (!rules.length) return [];
  const mean = (rows) => rows.reduce((sum, row) => sum + row[9], 0) / rows.length;
  const say = (rows) => mean(rows).toFixed(2) + " · " + counted(rows.length, T.statementsCount);
  return block(
    T.accuracy,
    make("p", {}, T.accuracyHelp),
    pairs([[T.allRules, say(DATA.there)], ...rules.slice(0, 12).map(([rule, rows]) => [rule, say(rows)])]),
  );
}
