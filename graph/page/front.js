// The overview, and what was read and not believed.
import { acts } from "./acts.js";
import { DATA, T, elsewhereOf, grouped, meetingsOf, tiesOf } from "./data.js";
import { passing } from "./filters.js";
import { link, make, small } from "./text.js";
import { MOST_LISTED, barred, section, shorten } from "./panel.js";
import { reportLink } from "./reports.js";
import { partsSection } from "./parts.js";
import { startsSection } from "./starts.js";

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
  const [from, to] = [days[0] || "", days[days.length - 1] || ""],
    forms = (number, [one, many]) => (number === 1 ? one : many);
  const tiles = [
    [documents, forms(documents, T.documentsCount)],
    [DATA.meetings.length, forms(DATA.meetings.length, T.meetingsCount)],
    [DATA.people.length, forms(DATA.people.length, T.peopleCount)],
    [from.slice(0, 4) + (from.slice(0, 4) === to.slice(0, 4) ? "" : "–" + to.slice(0, 4)), from ? T.years : ""],
  ].filter(([, said]) => said);
  return [
    make("h2", {}, document.title),
    make("p", {}, DATA.drawn.affiliation.nodes.length ? T.intro : T.emptyHelp),
    make(
      "dl",
      { class: "tiles" },
      tiles.map(([number, said]) =>
        make("div", {}, make("dt", {}, said), make("dd", {}, number.toLocaleString(T.language))),
      ),
    ),
    ...startsSection(top.length ? top[0] : -1),
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

// Why readings were not believed: [reason, how many], the most first.
export const reasonsCounted = () =>
  Object.entries(DATA.reasons).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

function doubtsSection() {
  const rowsOf = grouped(DATA.doubts, (row) => row[0]);
  return section(
    T.unresolved + " (" + DATA.unresolved.toLocaleString(T.language) + ")",
    reasonsCounted().map(([reason, count]) =>
      make(
        "details",
        {},
        make("summary", {}, reason, " ", small(count.toLocaleString(T.language))),
        (rowsOf.get(reason) || [])
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
      ? T.doubtsCut + " " + DATA.doubts.length.toLocaleString(T.language) + "."
      : "",
  );
}

Object.assign(acts, { frontPanel });
