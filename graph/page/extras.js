// What is drawn beside what Python placed: nodes brought in on demand, with what they are tied to.
import { here } from "./here.js";
import { DATA, atMeeting, grouped, hostedBy, numberOf, thereOf, tiesOf } from "./data.js";

export const broughtIn = { affiliation: new Map(), company: new Map() };

// What a node outside the drawing is tied to, with what the tie carries.
export function tiesFrom(id) {
  const number = numberOf(id);
  if (here.mode === "company")
    return id[0] === "p"
      ? (tiesOf.get(number) || []).map((tie) => ["p" + (DATA.ties[tie][0] + DATA.ties[tie][1] - number), tie])
      : [];
  const seats = (rows, other) =>
    [...grouped(rows || [], other)].map(([end, own]) => [end, [...new Set(own.map((row) => row[2]))]]);
  if (id[0] === "p") return seats(thereOf.get(number), (row) => "m" + row[1]);
  if (id[0] === "b") return (hostedBy.get(number) || []).map((meeting) => ["m" + meeting, ["host"]]);
  const host = DATA.meetings[number].body;
  return [
    ...seats(atMeeting.get(number), (row) => "p" + row[0]),
    ...(host >= 0 ? [["b" + host, ["host"]]] : []),
  ];
}

export function edgesBroughtIn(extra) {
  if (!extra.size) return [];
  const drawn = new Set(DATA.drawn[here.mode].nodes.map(([id]) => id)),
    made = new Map();
  extra.forEach((_, id) =>
    tiesFrom(id).forEach(([end, carried]) => {
      if (!drawn.has(end) && !extra.has(end)) return;
      const inOrder =
        here.mode === "company" ? numberOf(id) < numberOf(end) : "pmb".indexOf(id[0]) < "pmb".indexOf(end[0]);
      const [a, b] = inOrder ? [id, end] : [end, id];
      made.set(a + " " + b, [a, b, carried]);
    }),
  );
  return [...made.values()];
}
