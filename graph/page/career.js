// Posts over time: each post with the days on which reports state it, drawn on the span of the corpus.
import { DATA, T, grouped } from "./data.js";
import { counted, make, sayDate } from "./text.js";

export const dayNumber = (day) => Date.parse(day + "T00:00:00Z") / 86400000;
const wholeDay = (date) => (/^\d{4}(-\d{2}){0,2}$/.test(date) ? (date + "-01-01").slice(0, 10) : "");
const span = (() => {
  const days = [
    ...DATA.meetings.flatMap((meeting) => meeting.days || []),
    ...DATA.held.map((row) => wholeDay(row[2])).filter(Boolean),
  ].sort();
  return days.length
    ? [dayNumber(days[0]), Math.max(dayNumber(days[days.length - 1]), dayNumber(days[0]) + 1)]
    : null;
})();

// By the first day that is stated, the undated last: [post, its statements].
export function postsInOrder(rows) {
  const first = (own) =>
    own
      .map((row) => wholeDay(row[2]))
      .filter(Boolean)
      .sort()[0] || "~";
  return [...grouped(rows, (row) => row[1])].sort(([a, one], [b, other]) =>
    first(one) < first(other) ? -1 : first(one) > first(other) ? 1 : a < b ? -1 : 1,
  );
}

// A line from the first to the last day, with a dot for each day that a report states.
export function careerLine(rows) {
  const days = [...new Set(rows.map((row) => wholeDay(row[2])).filter(Boolean))].sort().map(dayNumber);
  if (!days.length || !span) return null;
  const place = (day) => (100 * (day - span[0])) / (span[1] - span[0]),
    line = make("div", { class: "career", "aria-hidden": "true" }),
    bar = make("i", { class: "bar" });
  bar.style.left = place(days[0]) + "%";
  bar.style.width = place(days[days.length - 1]) - place(days[0]) + "%";
  line.append(
    bar,
    ...days.map((day) => {
      const dot = make("i", { class: "dot" });
      dot.style.left = place(day) + "%";
      return dot;
    }),
  );
  return line;
}

// "2022-05-01 – 2023-02-03, 4 reports": first and last day on which somebody is stated to hold the post; it may have been longer.
export function careerDates(rows) {
  const dates = [...new Set(rows.map((row) => row[2]).filter(Boolean))].sort(),
    sure = dates.filter((date) => wholeDay(date)),
    odd = dates.filter((date) => !wholeDay(date)).map(sayDate);
  const sightings = sure.length > 1 ? sure[0] + " – " + sure[sure.length - 1] : sure[0] || "";
  return (
    [sightings, ...odd].filter(Boolean).join(", ") +
    (rows.length > 1
      ? " · " + counted(new Set(rows.map((row) => DATA.quotes[row[3]][0])).size, T.documentsCount)
      : "")
  );
}
