// The scene: what the drawing can show, with positions from Python, and what the filters show of it.
// `spots`: id -> node; `lines`; what is `shown` of the nodes; `run` tells a newer scene from one that is still being made,
// `drawing` is the run of the scene that is there, `stirred` counts what the hand has moved.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { inSlices } from "./slices.js";
import { DATA, numberOf } from "./data.js";
import { seatKey, seatNumbers } from "./seats.js";
import { broughtIn, edgesBroughtIn } from "./extras.js";
import { CROWD, look } from "./look.js";
import { passing } from "./filters.js";
import { byId } from "./text.js";

export const scene = { spots: new Map(), lines: [], shown: [], run: 0, dot: 1, grow: 1, made: true, drawing: 0, stirred: 0 };
export const KINDS = { p: "person", m: "meeting", b: "body" };

export function spotOfRow([id, x, y, value], upright) {
  return {
    id,
    kind: id[0],
    number: numberOf(id),
    x: upright ? y : x,
    y: upright ? x : y,
    value,
    size: 8,
    fill: "",
    group: "",
    shown: true,
    body: null,
  };
}

// A line knows its two ends among `spots`, and what it stands for: a tie, a seat with its roles, or a body that held a meeting.
export function lineOfRow([a, b, carried], number, spots) {
  const line = { from: spots.get(a), to: spots.get(b), shown: true, style: null };
  if (here.mode === "company") return { ...line, id: "t" + carried, tie: carried };
  if (carried.includes("host")) return { ...line, id: "h" + number, meeting: numberOf(a), roles: carried };
  const seat = seatNumbers.get(seatKey(numberOf(a), numberOf(b)));
  return { ...line, id: "s" + a.slice(1) + "." + b.slice(1), seat, roles: carried };
}

export const isUpright = () => byId("stage").clientHeight > byId("stage").clientWidth * 1.15;

// Make the scene of the drawing that is wanted; tells whether it is still wanted.
export async function makeScene() {
  const run = (scene.run += 1),
    stage = byId("network"),
    upright = isUpright(), // what Python laid flat stands up
    wanted = () => run === scene.run,
    drawn = DATA.drawn[here.mode],
    rows = [...drawn.nodes, ...broughtIn[here.mode].values()],
    edges = [...drawn.edges, ...edgesBroughtIn(broughtIn[here.mode])],
    spots = new Map(),
    lines = [];
  scene.made = false;
  const done =
    (await inSlices(rows.length, (n) => spots.set(rows[n][0], spotOfRow(rows[n], upright)), wanted)) &&
    (await inSlices(edges.length, (n) => lines.push(lineOfRow(edges[n], n, spots)), wanted));
  if (!done) return false;
  here.turned = upright;
  scene.dot = rows.length > CROWD ? 0.55 : 1;
  scene.grow = Math.min(growth(rows, stage), rows.length > CROWD ? 2.4 : 2.2);
  Object.assign(scene, { spots, lines, drawing: run });
  return true;
}

// Let the filters take effect: which lines, and so which nodes, are shown.
export function apply() {
  const state = passing(),
    linked = new Set();
  scene.lines.forEach((line) => {
    line.shown =
      line.tie !== undefined
        ? state.count[line.tie] > 0
        : line.seat !== undefined
          ? state.seat[line.seat] === 1
          : state.there[line.meeting] > 0 && look.bodies === "nodes";
  });
  if (here.ego) around();
  scene.lines.forEach((line) => {
    if (line.shown) linked.add(line.from).add(line.to);
  });
  scene.shown = [];
  scene.spots.forEach((spot) => {
    spot.shown = linked.has(spot);
    if (spot.shown) scene.shown.push(spot);
  });
  acts.showInVis();
  acts.restyle();
  acts.tellWhatIsDrawn();
}

// Keep the neighbourhood of one node: those it met, by way of the meetings in the drawing of who was where.
function around() {
  let inside = new Set([scene.spots.get(here.ego)]);
  for (let step = 0; step < here.depth * (here.mode === "company" ? 1 : 2); step += 1) {
    const next = new Set(inside);
    scene.lines.forEach((line) => {
      if (!line.shown) return;
      if (inside.has(line.from)) next.add(line.to);
      if (inside.has(line.to)) next.add(line.from);
    });
    inside = next;
  }
  scene.lines.forEach((line) => {
    line.shown = line.shown && inside.has(line.from) && inside.has(line.to);
  });
}

export const shownSpot = (id) => {
  const spot = scene.spots.get(id);
  return spot && spot.shown ? spot : null;
};

// On a small screen the whole drawing is small: nodes grow, so that they can be seen and touched.
function growth(rows, stage) {
  const span = (axis) =>
    rows.length
      ? rows.reduce((most, row) => Math.max(most, row[axis]), -1e9) -
        rows.reduce((least, row) => Math.min(least, row[axis]), 1e9) +
        120
      : 1;
  const [width, height] = here.turned ? [span(2), span(1)] : [span(1), span(2)];
  const scale = Math.min(stage.clientWidth / width, stage.clientHeight / height);
  return Math.max(1, 0.62 / scale);
}
