// The scene: what the drawing can show, with positions from Python. vis-network holds the nodes and the camera, physics off; the lines are
// drawn by lines.js, for vis takes a tenth of a second for 8,000 of them in every frame.
let network = null,
  nodes = null,
  mode = "affiliation",
  ego = "",
  depth = 1,
  turned = false;
// `spots`: id -> node; `lines`; what is `shown` of the nodes; `run` tells a newer scene from one that is still being made.
const scene = { spots: new Map(), lines: [], shown: [], run: 0, dot: 1, grow: 1, made: true };
const CROWD = 700; // nodes from which on they are drawn smaller, so that the lines between them are seen
const AT_ONCE = 400; // nodes that are handed to vis in one go
const KINDS = { p: "person", m: "meeting", b: "body" };
const SHAPES = { p: "dot", m: "square", b: "diamond" };

function spotOfRow([id, x, y, value]) {
  return {
    id,
    kind: id[0],
    number: numberOf(id),
    x: turned ? y : x,
    y: turned ? x : y,
    value,
    size: 8,
    fill: "",
    shown: true,
    body: null,
  };
}

// A line knows its two ends, and what it stands for: a tie, a seat with its roles, or a body that held a meeting.
function lineOfRow([a, b, carried], number) {
  const line = { from: scene.spots.get(a), to: scene.spots.get(b), shown: true, style: null };
  if (mode === "company") return { ...line, id: "t" + carried, tie: carried };
  if (carried.includes("host")) return { ...line, id: "h" + number, meeting: numberOf(a), roles: carried };
  const seat = seatNumbers.get(seatKey(numberOf(a), numberOf(b)));
  return { ...line, id: "s" + a.slice(1) + "." + b.slice(1), seat, roles: carried };
}

const visNode = (spot) => ({ id: spot.id, x: spot.x, y: spot.y, shape: SHAPES[spot.kind], size: spot.size });

function visOptions(count) {
  return {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    interaction: {
      hover: count <= 3500,
      tooltipDelay: 1e9,
      keyboard: { enabled: true, bindToWindow: false },
      zoomSpeed: 0.7,
      selectConnectedEdges: false,
      hoverConnectedEdges: false,
    },
    edges: { smooth: false, hidden: true },
    nodes: { font: { size: 0 }, physics: false, borderWidth: count > CROWD ? 0 : 1.5, chosen: false },
  };
}

// Make the scene of the drawing that is wanted: the first nodes at once, the others in slices.
async function build() {
  const run = (scene.run += 1),
    stage = byId("network"),
    source = DATA.drawn[mode];
  turned = stage.clientHeight > stage.clientWidth * 1.15; // an upright screen: what Python laid flat stands up
  const rows = [...source.nodes, ...broughtIn[mode].values()];
  scene.dot = rows.length > CROWD ? 0.55 : 1;
  scene.grow = Math.min(growth(rows, stage), rows.length > CROWD ? 1.5 : 2.2);
  scene.spots = new Map(rows.map((row) => [row[0], spotOfRow(row)]));
  scene.lines = [...source.edges, ...edgesBroughtIn(broughtIn[mode])].map(lineOfRow);
  scene.made = false;
  nodes = new vis.DataSet();
  if (network) network.destroy();
  network = new vis.Network(stage, { nodes, edges: new vis.DataSet() }, visOptions(rows.length));
  listenNetwork();
  apply();
  fit();
  const all = [...scene.spots.values()];
  network.body.emitter.emit("_blockRedraw"); // or every slice would be a drawing of its own
  for (let at = 0; at < all.length; at += AT_ONCE) {
    if (at) await pause();
    if (run !== scene.run) return;
    addToVis(all.slice(at, at + AT_ONCE));
  }
  scene.made = true;
  await looking;
  if (run !== scene.run) return;
  network.body.emitter.emit("_allowRedraw");
  spotlight(chosen);
  network.once("afterDrawing", () => {
    window.sederuntReady = window.sederuntReady || performance.now();
    document.documentElement.dataset.ready = "";
  });
  network.redraw();
}

function addToVis(spots) {
  const colour = colours();
  nodes.add(spots.map(visNode));
  spots.forEach((spot) => {
    spot.body = network.body.nodes[spot.id];
    Object.assign(spot.body, { x: spot.x, y: spot.y }); // vis takes whole pixels alone
    dress(spot, colour);
  });
  showInVis();
}

// What is shown, in the form that vis keeps: hidden nodes are neither drawn nor found under the pointer.
function showInVis() {
  scene.spots.forEach((spot) => {
    if (spot.body) spot.body.options.hidden = !spot.shown;
  });
  network._updateVisibleIndices();
}

// Let the filters take effect: which lines, and so which nodes, are shown.
function apply() {
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
  if (ego) around();
  scene.lines.forEach((line) => {
    if (line.shown) linked.add(line.from).add(line.to);
  });
  scene.shown = [];
  scene.spots.forEach((spot) => {
    spot.shown = linked.has(spot);
    if (spot.shown) scene.shown.push(spot);
  });
  showInVis();
  restyle();
  tellWhatIsDrawn();
}

// Keep the neighbourhood of one node: those it met, by way of the meetings in the drawing of who was where.
function around() {
  let inside = new Set([scene.spots.get(ego)]);
  for (let step = 0; step < depth * (mode === "company" ? 1 : 2); step += 1) {
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

const shownSpot = (id) => {
  const spot = scene.spots.get(id);
  return spot && spot.shown && spot.body ? spot : null;
};

function listenNetwork() {
  network.on("click", (event) => {
    if (event.nodes.length) choose(event.nodes[0]);
    else {
      const line = lineAt(event.pointer.canvas);
      choose(!line ? "" : line.id[0] === "h" ? line.from.id : line.id);
    }
  });
  network.on("doubleClick", (event) => {
    if (event.nodes.length) focusOn(event.nodes[0]);
  });
  network.on("hoverNode", (event) => pointAt(event.node));
  network.on("blurNode", () => pointAt(""));
  network.on("beforeDrawing", (pen) => {
    drawOutlines(pen);
    drawLines(pen, linesNow(), 1);
  });
  network.on("afterDrawing", overdraw);
  ["dragEnd", "zoom"].forEach((name) => network.on(name, cameraMoved));
}

function focusOn(id, far = 1) {
  ego = id;
  depth = far;
  bringIn(id);
  apply();
  fit();
  choose(id);
}

function leaveEgo() {
  ego = "";
  apply();
  fit();
  showPanel(chosen);
  spotlight(chosen);
  remember();
}
