// The spotlight: what is chosen stands out, all else recedes.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { ANSWERS, DATA, atMeeting, heldIn, hostedBy, numberOf, seatOf } from "./data.js";
import { byId } from "./text.js";
import { scene, shownSpot } from "./scene.js";
import { xOf, yOf } from "./camera.js";
import { colours } from "./looks.js";
import { namesFor, writeNames } from "./writing.js";
import { drawLines, inSight } from "./lines.js";
import { writeBadges } from "./story.js";

// Which nodes and lines belong to what is chosen.
export function spotlight(id) {
  here.lit = null;
  here.litLines = [];
  if (!here.network) return;
  if (id && id !== here.ego) {
    here.lit = new Set([...membersOf(id)].filter(shownSpot));
    const core = new Set(coreOf(id));
    here.litLines = scene.lines.filter(
      (line) =>
        line.shown &&
        here.lit.has(line.from.id) &&
        here.lit.has(line.to.id) &&
        (core.has(line.id) || core.has(line.from.id) || core.has(line.to.id)),
    );
    if (!here.lit.size) here.lit = null;
  }
  redrawSoon();
}

// Once before the next frame, however many ask for it.
export const redrawSoon = () => here.network.body.emitter.emit("_requestRedraw");

// The nodes whose ties are lit: the chosen one, or where it is not drawn itself, those who stand for it.
function coreOf(id) {
  if (ANSWERS[id[0]]) return here.mode === "company" ? ANSWERS[id[0]].core(id) : ANSWERS[id[0]].others(id);
  if (id[0] === "t") return here.mode === "company" ? [id] : DATA.ties[numberOf(id)][4].map((m) => "m" + m);
  if (id[0] === "s") return here.mode === "company" ? ["p" + seatOf(id)[0]] : [id];
  if (here.mode === "company" && id[0] !== "p") return [...membersOf(id)];
  return [id];
}

function membersOf(id) {
  const number = numberOf(id),
    present = (meeting) => (atMeeting.get(meeting) || []).map((row) => "p" + row[0]);
  if (ANSWERS[id[0]])
    return new Set([
      ...ANSWERS[id[0]].people(id).map((person) => "p" + person),
      ...(here.mode === "company" ? [] : ANSWERS[id[0]].others(id)),
    ]);
  if (id[0] === "t")
    return new Set([
      ...DATA.ties[number].slice(0, 2).map((person) => "p" + person),
      ...(here.mode === "company" ? [] : DATA.ties[number][4].map((m) => "m" + m)),
    ]);
  if (id[0] === "s") {
    const [person, meeting] = seatOf(id);
    return new Set(["p" + person, "m" + meeting]);
  }
  if (here.mode === "company" && id[0] === "m") return new Set(present(number));
  if (here.mode === "company" && id[0] === "b")
    return new Set([
      ...(hostedBy.get(number) || []).flatMap(present),
      ...(heldIn.get(number) || []).map((row) => "p" + row[0]),
    ]);
  return new Set([id, ...neighbours(id)]);
}

function neighbours(id) {
  return scene.lines.flatMap((line) =>
    !line.shown ? [] : line.from.id === id ? [line.to.id] : line.to.id === id ? [line.from.id] : [],
  );
}

export function pointAt(id) {
  here.pointedAt = id;
  byId("network").style.cursor = id ? "pointer" : "";
  redrawSoon();
}

// Over the nodes: the veil with what is lit on it, the line under the mouse, numbers of notes, names.
export function overdraw(pen) {
  const colour = colours(),
    { low, high } = inSight();
  if (here.lit) {
    pen.globalAlpha = 0.8;
    pen.fillStyle = colour.paper;
    pen.fillRect(low.x, low.y, high.x - low.x, high.y - low.y);
    pen.globalAlpha = 1;
    drawLines(pen, here.litLines, 1.4, "", 1);
    const chosenLine = here.litLines.filter((line) => line.id === here.chosen);
    if (chosenLine.length) drawLines(pen, chosenLine, 1, colour.ink);
    here.lit.forEach((id) => shownSpot(id) && acts.drawSpot(pen, scene.spots.get(id)));
  }
  if (here.pointedLine && here.pointedLine.shown) {
    drawLines(pen, [here.pointedLine], 1, colour.ink);
    [here.pointedLine.from, here.pointedLine.to].forEach((spot) => acts.drawSpot(pen, spot));
  }
  [here.pointedAt, here.chosen, here.ego].forEach((id) => ring(pen, shownSpot(id), colour));
  writeNames(pen, namesFor(pen, low, high), colour, low);
  writeBadges(pen, colour);
}

function ring(pen, spot, colour) {
  if (!spot) return;
  const scale = here.network.getScale();
  pen.beginPath();
  pen.arc(xOf(spot), yOf(spot), spot.size + 3.5 / scale, 0, 7);
  pen.strokeStyle = colour.ink;
  pen.lineWidth = 2 / scale;
  pen.stroke();
}

Object.assign(acts, { redrawSoon });
