// What is drawn over the network: the spotlight on what is chosen, and the names, where they collide with nothing.
const MOST_WRITTEN = 240,
  SURELY_WRITTEN = 14,
  CELL = 56; // the first names may cover small nodes
let lit = null,
  litEdges = new Set(),
  pointedAt = "",
  ranked = [],
  taken = new Map();
const widths = new Map();

function captionOf(id) {
  const name = nameOf(id);
  return id[0] === "m" && name.length <= 14 && DATA.meetings[numberOf(id)].date
    ? name + ", " + sayDate(DATA.meetings[numberOf(id)].date)
    : name;
}

function prepareLabels() {
  const colour = colours();
  ranked = shownNodes
    .map((node) => {
      const person = node.id[0] === "p";
      return {
        id: node.id,
        node,
        text: short(captionOf(node.id), person ? 34 : 30),
        fill: colour[KINDS[node.id[0]] + "Name"],
        pixels: person
          ? Math.min(14.5, 10.5 + 0.55 * Math.sqrt(node.weight) * (mode === "company" ? 0.5 : 1.2))
          : 10.5,
        rank: (person ? 3 : node.id[0] === "m" ? 0 : 0.5) + node.weight * (person ? 1 : 0.25),
      };
    })
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
    .map((label, place) => ({ ...label, place }));
}

// Which nodes and lines belong to what is chosen.
function spotlight(id) {
  lit = null;
  litEdges = new Set();
  if (!network) return;
  if (network.getSelectedNodes().length || network.getSelectedEdges().length) network.unselectAll();
  if (id && id !== ego) {
    const wanted = membersOf(id);
    lit = new Set([...wanted].filter((node) => nodes.get(node)));
    const core = new Set(coreOf(id));
    edges.forEach((edge) => {
      if (
        lit.has(edge.from) &&
        lit.has(edge.to) &&
        (core.has(edge.id) || core.has(edge.from) || core.has(edge.to))
      )
        litEdges.add(edge.id);
    });
    if (!lit.size) lit = null;
    const selected = [...core].filter((node) => lit && lit.has(node));
    if (edges.get(id)) network.selectEdges([id]);
    else if (selected.length) network.selectNodes(selected, false);
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
  if (id[0] === "s")
    return new Set(mode === "company" ? present(seatOf(id)[1]) : ["p" + seatOf(id)[0], "m" + seatOf(id)[1]]);
  if (mode === "company" && id[0] === "m") return new Set(present(number));
  if (mode === "company" && id[0] === "b")
    return new Set([
      ...(hostedBy.get(number) || []).flatMap(present),
      ...(heldIn.get(number) || []).map((row) => "p" + row[0]),
    ]);
  return new Set([id, ...(nodes.get(id) ? network.getConnectedNodes(id) : [])]);
}

function hovered(name, event) {
  pointedAt = name === "hoverNode" ? event.node : "";
  document.getElementById("network").style.cursor = name.startsWith("hover") ? "pointer" : "";
  network.redraw();
}

function overdraw(pen) {
  const colour = colours(),
    scale = network.getScale(),
    frame = network.canvas.frame.canvas;
  const corner = network.DOMtoCanvas({ x: 0, y: 0 }),
    far = network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight });
  if (lit) {
    pen.globalAlpha = 0.78;
    pen.fillStyle = colour.paper;
    pen.fillRect(corner.x, corner.y, far.x - corner.x, far.y - corner.y);
    pen.globalAlpha = 1;
    litEdges.forEach((id) => {
      const edge = network.body.edges[id];
      if (edge) edge.draw(pen);
    });
    lit.forEach((id) => {
      const node = network.body.nodes[id];
      if (node) node.draw(pen);
    });
  }
  writeLabels(pen, colour, scale, corner, far);
}

// How many nodes the rectangle (in screen pixels) would cover; Infinity where a name is there, or more nodes than `most`. Both are kept
// in cells of a grid; a node has an owner, a name none.
function covered(area, own, most) {
  const over = new Set();
  for (let column = Math.floor(area[0] / CELL); column <= Math.floor(area[2] / CELL); column += 1) {
    for (let row = Math.floor(area[1] / CELL); row <= Math.floor(area[3] / CELL); row += 1) {
      for (const other of taken.get(column * 4096 + row) || []) {
        if (
          other[4] === own ||
          area[0] >= other[2] ||
          other[0] >= area[2] ||
          area[1] >= other[3] ||
          other[1] >= area[3]
        )
          continue;
        if (!other[4]) return Infinity;
        over.add(other[4]);
        if (over.size > most) return Infinity;
      }
    }
  }
  return over.size;
}

function take(area) {
  for (let column = Math.floor(area[0] / CELL); column <= Math.floor(area[2] / CELL); column += 1) {
    for (let row = Math.floor(area[1] / CELL); row <= Math.floor(area[3] / CELL); row += 1)
      collect(taken, column * 4096 + row, area);
  }
}

// A name that would leave the picture at a side is moved back in.
function pushedIn(area, wide) {
  const by = Math.max(0, 2 - area[0]) - Math.max(0, area[2] - wide + 2);
  return [area[0] + by, area[1], area[2] + by, area[3], area[4]];
}

function widthOf(pen, text, pixels, bold) {
  const key = (bold ? "b " : "n ") + text;
  if (!widths.has(key)) {
    pen.font = (bold ? "600 " : "") + "12px system-ui, sans-serif";
    widths.set(key, pen.measureText(text).width / 12);
  }
  return widths.get(key) * pixels;
}

function writeLabels(pen, colour, scale, corner, far) {
  const wide = (far.x - corner.x) * scale,
    high = (far.y - corner.y) * scale;
  const visible = ranked
    .map((label) => ({
      ...label,
      x: (label.node.x - corner.x) * scale,
      y: (label.node.y - corner.y) * scale,
      r: label.node.size * scale,
    }))
    .filter(
      (label) =>
        label.x > -20 &&
        label.x < wide + 20 &&
        label.y > -20 &&
        label.y < high + 20 &&
        (!lit || lit.has(label.id) || label.id === pointedAt),
    );
  const first = (label) => (label.id === pointedAt ? 4 : 0) + (label.id === chosen ? 2 : 0);
  visible.sort((a, b) => first(b) - first(a));
  taken = new Map();
  visible.forEach((label) =>
    take([label.x - label.r, label.y - label.r, label.x + label.r, label.y + label.r, label.id]),
  );
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  let written = 0;
  const sure = wide < 520 ? 5 : SURELY_WRITTEN;
  for (const label of visible) {
    if (written >= MOST_WRITTEN) break;
    const bold = first(label) > 0,
      pixels = bold ? 14.5 : label.pixels,
      text = bold || lit ? short(captionOf(label.id), bold ? 70 : 46) : label.text;
    const half = widthOf(pen, text, pixels, bold) / 2 + 2,
      tall = pixels * 0.62;
    const spots = [
      [0, label.r + tall + 1],
      [label.r + half + 2, 0],
      [-label.r - half - 2, 0],
      [0, -label.r - tall - 1],
    ];
    const areas = spots.map(([x, y]) => [
      label.x + x - half,
      label.y + y - tall,
      label.x + x + half,
      label.y + y + tall,
      label.id,
    ]);
    const inside = (area) => area[0] > 2 && area[2] < wide - 2 && area[3] < high;
    const most = bold ? Infinity : label.place < sure ? 1 : 0;
    const best = areas
      .filter(inside)
      .map((area) => [covered(area, label.id, most), area])
      .sort((a, b) => a[0] - b[0])[0];
    const spot = best && (bold || best[0] <= most) ? best[1] : bold ? pushedIn(areas[0], wide) : null;
    if (!spot) continue;
    take(spot.slice(0, 4));
    const x = corner.x + (spot[0] + half) / scale,
      y = corner.y + (spot[1] + tall) / scale;
    pen.font = (bold ? "600 " : "") + pixels / scale + "px system-ui, sans-serif";
    pen.lineWidth = 3.5 / scale;
    pen.strokeStyle = colour.paper;
    pen.strokeText(text, x, y);
    pen.fillStyle = label.fill;
    pen.fillText(text, x, y);
    written += 1;
  }
}
