// The lines of the drawing, many of one look in one stroke, and the line under the pointer.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { byId } from "./text.js";
import { scene } from "./scene.js";
import { xOf, yOf } from "./camera.js";
import { GLIDE } from "./writing.js";

export const THINNEST = 0.35; // on the screen

// The look of a line: [colour, width, opacity, dashes]. A tie is the wider and darker the more meetings it stands for. Among many lines
// those that lead far away recede, and bodies have plain lines, for dashes take the browser long.
export const MANY_LINES = 1500;

const ONE_STROKE = 50; // lines: a longer path takes the browser more time than its parts

// Draw lines, their opacity times `opacity`; all in one `ink` and full, where it is given. Those that stand out are half full at least and
// `least` pixels wide.
export function drawLines(pen, lines, opacity, ink = "", least = THINNEST) {
  const scale = here.network.getScale(),
    { low, high } = inSight();
  let current = null,
    number = 0;
  const stroke = () => {
    if (current !== null) pen.stroke();
  };
  pen.lineCap = "butt";
  for (const line of lines) {
    const part = line.shown && line.style && partInSight(xOf(line.from), yOf(line.from), xOf(line.to), yOf(line.to), low, high);
    if (!part) continue;
    if (line.look !== current || number % ONE_STROKE === 0) {
      stroke();
      const [colour, width, alpha, dashes] = line.style;
      pen.beginPath();
      pen.strokeStyle = ink || colour;
      pen.lineWidth = Math.max(ink ? width + 1 : width, least / scale);
      pen.globalAlpha = ink ? 1 : Math.min(1, Math.max(alpha * opacity, least > THINNEST ? 0.5 : 0));
      pen.setLineDash(dashes ? dashes.split(" ").map(Number) : []);
      current = line.look;
    }
    number += 1;
    pen.moveTo(part[0], part[1]);
    pen.lineTo(part[2], part[3]);
  }
  stroke();
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

// The part of a line that lies in the rectangle, or null (Liang and Barsky 1984).
function partInSight(x1, y1, x2, y2, low, high) {
  const dx = x2 - x1,
    dy = y2 - y1;
  let from = 0,
    to = 1;
  for (const [step, room] of [
    [-dx, x1 - low.x],
    [dx, high.x - x1],
    [-dy, y1 - low.y],
    [dy, high.y - y1],
  ]) {
    if (!step && room < 0) return null;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from > to ? null : [x1 + from * dx, y1 + from * dy, x1 + to * dx, y1 + to * dy];
}

// While the camera moves over very many lines, an even choice of them is drawn; all of them again as soon as it rests.
const MOST_MOVING = 1200;

export const view = { x: 0, y: 0, at: 0, timer: 0 };

export function linesNow() {
  const { x, y } = here.network.getViewPosition(),
    at = performance.now();
  const moving = (x !== view.x || y !== view.y) && at - view.at < GLIDE;
  Object.assign(view, { x, y, at });
  if (!moving || scene.lines.length <= MOST_MOVING) return scene.lines;
  clearTimeout(view.timer);
  view.timer = setTimeout(acts.redrawSoon, GLIDE);
  const step = Math.ceil(scene.lines.length / MOST_MOVING);
  return scene.lines.filter((_, number) => number % step === 0);
}

// The part of the drawing that is in sight.
export function inSight() {
  const frame = here.network.canvas.frame.canvas;
  return {
    low: here.network.DOMtoCanvas({ x: 0, y: 0 }),
    high: here.network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight }),
  };
}

// The nearest line within some pixels of a place in the drawing.
export function lineAt({ x, y }) {
  let best = 7 / here.network.getScale(),
    found = null;
  for (const line of scene.lines) {
    if (!line.shown) continue;
    const x1 = xOf(line.from),
      y1 = yOf(line.from),
      dx = xOf(line.to) - x1,
      dy = yOf(line.to) - y1;
    const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
    const far = Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
    if (far < best) {
      best = far;
      found = line;
    }
  }
  return found;
}

// The line under the mouse, looked for once a frame.
let waiting = false;

export function listenLines() {
  byId("network").addEventListener("mousemove", (event) => {
    if (waiting || !here.network || event.buttons || scene.lines.length > 20000) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const box = byId("network").getBoundingClientRect();
      const line =
        here.pointedAt || !here.network
          ? null
          : lineAt(here.network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top }));
      if (line === here.pointedLine) return;
      here.pointedLine = line;
      byId("network").style.cursor = line || here.pointedAt ? "pointer" : "";
      acts.redrawSoon();
    });
  });
}
