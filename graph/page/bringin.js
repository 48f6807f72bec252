// What a large network leaves out of the drawing, brought in on demand: a node with what it is tied to, near those that are drawn.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { DATA, numberOf, tiesOf } from "./data.js";
import { broughtIn, edgesBroughtIn, tiesFrom } from "./extras.js";
import { apply, lineOfRow, scene, spotOfRow } from "./scene.js";
import { communityOf } from "./communities.js";

export const MOST_BROUGHT_IN = 60;

const spiral = (number, x, y, first) => {
  const turn = number * 2.399963,
    away = first + 9 * Math.sqrt(number);
  return [x + away * Math.cos(turn), y + away * Math.sin(turn)];
};

// Draw a node that was left out; tells whether it was, and could be.
export function bringIn(id) {
  if (!"pmb".includes(id[0]) || scene.spots.has(id)) return false;
  const ties = id && (here.mode === "affiliation" || id[0] === "p") ? tiesFrom(id) : [];
  if (!ties.length) return false;
  const spots = new Map([...DATA.drawn[here.mode].nodes, ...broughtIn[here.mode].values()].map((row) => [row[0], row]));
  const known = ties.map(([end]) => spots.get(end)).filter(Boolean),
    all = [...spots.values()];
  const mean = (rows, axis) => rows.reduce((sum, row) => sum + row[axis], 0) / Math.max(rows.length, 1);
  const [x, y] = known.length
    ? [mean(known, 1) + 23, mean(known, 2) + 31]
    : [all.reduce((most, row) => Math.max(most, row[1]), 0) + 240, mean(all, 2)];
  const fresh = [[id, x, y, ties.length]];
  ties
    .filter(([end]) => !spots.has(end))
    .slice(0, MOST_BROUGHT_IN)
    .forEach(([end], number) => fresh.push([end, ...spiral(number, x, y, 60), 1]));
  addToScene(fresh);
  return true;
}

// Add nodes (rows as Python writes them) and their lines to what is drawn.
function addToScene(rows) {
  rows.forEach((row) => {
    broughtIn[here.mode].set(row[0], row);
    scene.spots.set(row[0], spotOfRow(row, here.turned));
  });
  const drawn = new Set(scene.lines.map((line) => line.id)),
    own = new Map(rows.map((row) => [row[0], row]));
  edgesBroughtIn(broughtIn[here.mode])
    .filter(([a, b]) => own.has(a) || own.has(b))
    .forEach((row, number) => {
      const line = lineOfRow(row, "x" + broughtIn[here.mode].size + "." + number, scene.spots);
      if (!drawn.has(line.id)) scene.lines.push(line);
    });
  acts.styleLines();
  acts.addToVis(rows.map((row) => scene.spots.get(row[0])));
}

// Draw all of a community: those left out stand around the middle of those who are drawn.
export async function expand(group) {
  const groups = await communityOf();
  if (here.mode !== "company") await acts.setMode("company");
  const members = [...groups.keys()].filter((person) => groups[person] === group && tiesOf.has(person));
  const rows = DATA.drawn[here.mode].nodes.filter(([id]) => groups[numberOf(id)] === group),
    missing = members.filter((person) => !scene.spots.has("p" + person)).slice(0, MOST_EXPANDED);
  const all = rows.length ? rows : DATA.drawn[here.mode].nodes;
  const mean = (axis) => all.reduce((sum, row) => sum + row[axis], 0) / Math.max(all.length, 1);
  const [x, y] = [mean(1), mean(2)],
    radius = rows.reduce((most, row) => Math.max(most, Math.hypot(row[1] - x, row[2] - y)), 0);
  addToScene(
    missing.map((person, number) => {
      const turn = number * 2.399963,
        away = Math.sqrt(radius ** 2 + 900 * (number + 1));
      return ["p" + person, x + away * Math.cos(turn), y + away * Math.sin(turn), 1];
    }),
  );
  apply();
}
const MOST_EXPANDED = 1500;
