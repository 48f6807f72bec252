// Names on the drawing, frame by frame.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { look } from "./look.js";
import { filter } from "./filters.js";
import { scene } from "./scene.js";
import { story } from "./notes.js";

// The names for this frame. While the camera glides they keep the places that they had a moment ago: to find places takes longer than all
// else in a frame.
export const GLIDE = 150; // milliseconds
let placed = { key: "", at: 0, timer: 0 };

export function namesFor(pen, low, high) {
  const scale = here.network.getScale(),
    key = [scale, here.pointedAt, here.chosen, here.mode, look.names, filter.version, scene.run, story.at].join(" "),
    at = performance.now();
  if (placed.key === key && at - placed.at < GLIDE) {
    clearTimeout(placed.timer);
    placed.timer = setTimeout(acts.redrawSoon, GLIDE);
    const [dx, dy] = [(placed.low.x - low.x) * scale, (placed.low.y - low.y) * scale];
    return placed.names.map((name) => ({ ...name, x: name.x + dx, y: name.y + dy }));
  }
  clearTimeout(placed.timer);
  placed = { key, at, low, names: acts.placeNames(pen, low, high), timer: 0 };
  return placed.names;
}

export function writeNames(pen, names, colour, low) {
  const scale = here.network.getScale();
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 3.5 / scale;
  pen.strokeStyle = colour.paper;
  names.forEach(({ text, x, y, pixels, bold, fill: ink, lead }) => {
    const [left, top] = [low.x + x / scale, low.y + y / scale];
    if (lead) drawLead(pen, lead, left, top, scale, colour.ink);
    pen.font = (bold ? "600 " : "") + pixels / scale + "px system-ui, sans-serif";
    pen.strokeText(text, left, top);
    pen.fillStyle = ink;
    pen.fillText(text, left, top);
  });
}

function drawLead(pen, lead, left, top, scale, ink) {
  const [x1, y1, x2, y2] = lead.map((end) => end / scale),
    outline = [pen.lineWidth, pen.strokeStyle];
  pen.beginPath();
  pen.moveTo(left + x1, top + y1);
  pen.lineTo(left + x2, top + y2);
  pen.lineWidth = 0.8 / scale;
  pen.strokeStyle = ink;
  pen.stroke();
  [pen.lineWidth, pen.strokeStyle] = outline;
}
