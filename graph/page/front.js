// The overview, and what was read and not believed.
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
