// The look of the lines: colour, width, opacity, dashes.
import { acts } from "./acts.js";
import { DATA } from "./data.js";
import { look } from "./look.js";
import { passing } from "./filters.js";
import { lineOf } from "./linekinds.js";
import { scene } from "./scene.js";
import { meaning } from "./meaning.js";
import { colours } from "./looks.js";
import { MANY_LINES } from "./lines.js";

const ACROSS = 0.16; // how much of a line to another community is seen among many

const companyWidth = (count) => 0.7 + 1.7 * Math.sqrt(count - 0.75);

function lineLook(line, colour) {
  const many = scene.lines.length > MANY_LINES;
  if (line.tie !== undefined) {
    const count = passing().count[line.tie] || DATA.ties[line.tie][2];
    return [colour.edge, companyWidth(count), look.fade ? Math.min(1, scene.faint + 0.16 * count) : 0.85, ""];
  }
  return {
    chair: [colour.person, many ? 2.4 : 2.6, 0.85, ""],
    speak: [colour.speak, many ? 1.4 : 1.7, 0.8, ""],
    attend: [colour.edge, 1.1, look.fade ? scene.faint + 0.3 : 0.85, ""],
    observe: [colour.edge, 1.1, 0.9, many ? "5 7" : "2 4"],
    host: [colour.body, many ? 0.9 : 1.4, many ? 0.6 : 0.85, many ? "" : "6 5"],
  }[lineOf(line.roles)];
}

// How much of its opacity a line keeps: all near by, the less the farther it leads across the drawing.
function nearness(line, span) {
  const far = Math.hypot(line.from.x - line.to.x, line.from.y - line.to.y) / span;
  return far < 0.06 ? 1 : far < 0.15 ? 0.55 : far < 0.3 ? 0.3 : 0.16;
}

export function spanOf(spots) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  spots.forEach(({ x, y }) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  });
  return Math.hypot(right - left, bottom - top) || 1;
}

// Where colours tell communities, a line within one has its colour and one to another recedes. Elsewhere a line is neither: "".
export function bondOf({ from, to }) {
  if (look.colour !== "community" || !meaning.groupOf) return "";
  return from.group && from.group === to.group ? "within" : "across";
}

function bonded(line, [ink, width, opacity, dashes], colour, many) {
  const fade = look.fade && many;
  return {
    "": [ink, width, opacity, dashes],
    within: [line.from.fill, width, fade ? Math.min(0.75, opacity * 1.6) : opacity, dashes],
    across: [colour.edge, many ? 0.8 : width, fade ? ACROSS : opacity, dashes],
  }[bondOf(line)];
}

// Sort the lines by look, for the pen.
function styleLines() {
  const colour = colours(),
    many = scene.lines.length > MANY_LINES,
    span = spanOf(scene.spots);
  scene.faint = many ? 0.2 : 0.5;
  scene.lines.forEach((line) => {
    const [ink, width, opacity, dashes] = bonded(line, lineLook(line, colour), colour, many),
      recedes = many && look.fade && !bondOf(line);
    line.style = [ink, scene.dot < 1 ? width * scene.grow : width, recedes ? opacity * nearness(line, span) : opacity, dashes];
    line.look = line.style.join("|");
  });
  scene.lines.sort((a, b) => (a.look < b.look ? -1 : a.look > b.look ? 1 : 0));
}

Object.assign(acts, { styleLines });
