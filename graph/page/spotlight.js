// The spotlight: what is chosen stands out, all else recedes.
let lit = null,
  litLines = [],
  pointedAt = "",
  pointedLine = null;

// Which nodes and lines belong to what is chosen.
function spotlight(id) {
  lit = null;
  litLines = [];
  if (!network) return;
  if (id && id !== ego) {
    lit = new Set([...membersOf(id)].filter(shownSpot));
    const core = new Set(coreOf(id));
    litLines = scene.lines.filter(
      (line) =>
        line.shown &&
        lit.has(line.from.id) &&
        lit.has(line.to.id) &&
        (core.has(line.id) || core.has(line.from.id) || core.has(line.to.id)),
    );
    if (!lit.size) lit = null;
  }
  redrawSoon();
}

// Once before the next frame, however many ask for it.
const redrawSoon = () => network.body.emitter.emit("_requestRedraw");

// The nodes whose ties are lit: the chosen one, or where it is not drawn itself, those who stand for it.
function coreOf(id) {
  if (ANSWERS[id[0]]) return mode === "company" ? ANSWERS[id[0]].core(id) : ANSWERS[id[0]].others(id);
  if (id[0] === "t") return mode === "company" ? [id] : DATA.ties[numberOf(id)][4].map((m) => "m" + m);
  if (id[0] === "s") return mode === "company" ? ["p" + seatOf(id)[0]] : [id];
  if (mode === "company" && id[0] !== "p") return [...membersOf(id)];
  return [id];
}

function membersOf(id) {
  const number = numberOf(id),
    present = (meeting) => (atMeeting.get(meeting) || []).map((row) => "p" + row[0]);
  if (ANSWERS[id[0]])
    return new Set([
      ...ANSWERS[id[0]].people(id).map((person) => "p" + person),
      ...(mode === "company" ? [] : ANSWERS[id[0]].others(id)),
    ]);
  if (id[0] === "t")
    return new Set([
      ...DATA.ties[number].slice(0, 2).map((person) => "p" + person),
      ...(mode === "company" ? [] : DATA.ties[number][4].map((m) => "m" + m)),
    ]);
  if (id[0] === "s") {
    const [person, meeting] = seatOf(id);
    return new Set(["p" + person, "m" + meeting]);
  }
  if (mode === "company" && id[0] === "m") return new Set(present(number));
  if (mode === "company" && id[0] === "b")
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

function pointAt(id) {
  pointedAt = id;
  byId("network").style.cursor = id ? "pointer" : "";
  redrawSoon();
}

// Over the nodes: the veil with what is lit on it, the line under the mouse, numbers of notes, names.
function overdraw(pen) {
  const colour = colours(),
    { low, high } = inSight();
  if (lit) {
    pen.globalAlpha = 0.8;
    pen.fillStyle = colour.paper;
    pen.fillRect(low.x, low.y, high.x - low.x, high.y - low.y);
    pen.globalAlpha = 1;
    drawLines(pen, litLines, 1.4);
    const chosenLine = litLines.filter((line) => line.id === chosen);
    if (chosenLine.length) drawLines(pen, chosenLine, 1, colour.ink);
    lit.forEach((id) => shownSpot(id) && drawSpot(pen, scene.spots.get(id)));
  }
  if (pointedLine && pointedLine.shown) {
    drawLines(pen, [pointedLine], 1, colour.ink);
    [pointedLine.from, pointedLine.to].forEach((spot) => drawSpot(pen, spot));
  }
  [pointedAt, chosen, ego].forEach((id) => ring(pen, shownSpot(id), colour));
  writeNames(pen, namesFor(pen, low, high), colour, low);
  writeBadges(pen, colour);
}

function ring(pen, spot, colour) {
  if (!spot) return;
  const scale = network.getScale();
  pen.beginPath();
  pen.arc(xOf(spot), yOf(spot), spot.size + 3.5 / scale, 0, 7);
  pen.strokeStyle = colour.ink;
  pen.lineWidth = 2 / scale;
  pen.stroke();
}
