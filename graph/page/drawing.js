// The drawing: vis-network with positions from Python, physics off, labels by importance.
let network = null, nodes = null, edges = null, mode = "affiliation", near = new Set(), ego = "";

function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  return { p: read("--person"), m: read("--meeting"), b: read("--body"), edge: read("--edge"), ink: read("--ink"), paper: read("--paper") };
}

function nodeOf([id, x, y, value], colour) {
  const shape = { p: "dot", m: "square", b: "diamond" }[id[0]];
  const size = id[0] === "p" ? 5 + (mode === "company" ? 1.5 : 3.2) * Math.sqrt(value) : id[0] === "m" ? 7 + 1.2 * Math.sqrt(value) : 8;
  return {
    id, x, y, size, shape, physics: false, weight: value,
    color: { background: colour[id[0]], border: colour.paper, highlight: { background: colour[id[0]], border: colour.ink } },
    borderWidth: 1.5,
  };
}

function edgeOf(row, number, colour) {
  if (mode === "company") {
    const [a, b, count, tie] = row;
    return { id: "t" + tie, from: a, to: b, width: 0.6 + 1.5 * Math.sqrt(count - 0.6), color: { color: colour.edge, highlight: colour.ink, opacity: Math.min(0.95, 0.35 + 0.15 * count) } };
  }
  const [a, b, roles] = row;
  const host = roles.includes("host"), chair = roles.includes("chaired") || roles.includes("led");
  return { id: "e" + number, from: a, to: b, dashes: host, width: chair ? 3.2 : 1.1, color: { color: host ? colour.b : chair ? colour.p : colour.edge, highlight: colour.ink, opacity: host ? 0.75 : 0.7 } };
}

// Which meetings pass the filters, and which statements.
const filter = { since: "", until: "", undated: true, roles: null };

function meetingPasses(number) {
  const span = bounds(DATA.meetings[number].date);
  if (!filter.since && !filter.until) return filter.undated || span !== null;
  if (span === null) return filter.undated;
  return (!filter.since || span[1] >= filter.since) && (!filter.until || span[0] <= filter.until + "-99-99");
}

function passing() {
  const meetings = new Set(), people = new Set(), roles = new Map();
  DATA.there.forEach(([person, meeting, role]) => {
    if (!meetingPasses(meeting) || (filter.roles && !filter.roles.has(role))) return;
    meetings.add(meeting); people.add(person);
    roles.set(person + ":" + meeting, true);
  });
  return { meetings, people, roles };
}

// The neighbourhood of one node: those it met, by way of the meetings in the drawing of who was where.
function around(rows) {
  if (!ego) return rows;
  let inside = new Set([ego]);
  for (let step = 0; step < (mode === "company" ? 1 : 2); step += 1) {
    const next = new Set(inside);
    rows.forEach(([[a, b]]) => { if (inside.has(a)) next.add(b); if (inside.has(b)) next.add(a); });
    inside = next;
  }
  return rows.filter(([[a, b]]) => inside.has(a) && inside.has(b));
}

function draw() {
  const colour = colours(), pass = passing(), source = DATA.drawn[mode];
  let shownEdges = source.edges.map((row, number) => [row, number]).filter(([row]) => {
    if (mode === "company") return DATA.ties[row[3]][4].some((m) => pass.roles.has(row[0].slice(1) + ":" + m) && pass.roles.has(row[1].slice(1) + ":" + m));
    const [a, b, roles] = row;
    if (roles.includes("host")) return pass.meetings.has(Number(a.slice(1)));
    return pass.roles.has(a.slice(1) + ":" + b.slice(1));
  });
  shownEdges = around(shownEdges);
  const linked = new Set(shownEdges.flatMap(([row]) => [row[0], row[1]]));
  const shown = source.nodes.filter(([id]) => linked.has(id));
  nodes = new vis.DataSet(shown.map((row) => nodeOf(row, colour)));
  edges = new vis.DataSet(shownEdges.map(([row, number]) => edgeOf(row, number, colour)));
  const empty = document.getElementById("empty");
  empty.hidden = shown.length > 0;
  empty.textContent = source.nodes.length ? T.emptyFilter : T.empty;
  const options = {
    autoResize: true, physics: false, layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 1e9, hideEdgesOnDrag: shown.length > 1500, keyboard: { enabled: true, bindToWindow: false }, zoomSpeed: 0.7 },
    edges: { smooth: false, selectionWidth: 2 }, nodes: { font: { size: 0 } },
  };
  if (network) network.destroy();
  network = new vis.Network(document.getElementById("network"), { nodes, edges }, options);
  network.on("click", (event) => {
    if (event.nodes.length) choose(event.nodes[0]);
    else if (event.edges.length) chooseEdge(event.edges[0]);
    else choose("");
  });
  network.on("doubleClick", (event) => { if (event.nodes.length) { ego = event.nodes[0]; draw(); choose(ego); } });
  network.once("afterDrawing", () => { window.sederuntReady = performance.now(); });
  network.on("afterDrawing", writeLabels);
  fit();
  return shown.length;
}

// Names are written after the drawing, the most important first, and only where they collide with no other name.
const WRITTEN = 260;

function writeLabels(pen) {
  const colour = colours(), scale = network.getScale(), placed = [], view = network.canvas.frame.canvas;
  const corner = network.DOMtoCanvas({ x: 0, y: 0 }), far = network.DOMtoCanvas({ x: view.clientWidth, y: view.clientHeight });
  const rank = (node) => (node.id === chosen ? 1e6 : 0) + (near.has(node.id) ? 1e4 : 0) + (node.id[0] === "p" ? 3 : node.id[0] === "m" ? 0.5 : 0) + node.weight;
  const order = nodes.get().sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  pen.textAlign = "center";
  pen.textBaseline = "top";
  pen.lineJoin = "round";
  let written = 0;
  for (const node of order) {
    if (written >= WRITTEN) break;
    if (node.x < corner.x || node.x > far.x || node.y < corner.y || node.y > far.y) continue;
    if (scale < 0.35 && node.id[0] !== "p" && node.id !== chosen && !near.has(node.id)) continue;
    const pixels = node.id === chosen ? 15 : node.id[0] === "p" ? Math.min(15, 10.5 + node.weight * 0.5) : 10.5;
    const size = pixels / scale, text = short(nameOf(node.id), node.id === chosen ? 80 : node.id[0] === "p" ? 34 : 26);
    pen.font = (node.id === chosen ? "600 " : "") + size + "px system-ui, sans-serif";
    const half = pen.measureText(text).width / 2 + 2 / scale, top = node.y + node.size + 2 / scale;
    const area = [node.x - half, top, node.x + half, top + size * 1.15];
    if (placed.some((other) => area[0] < other[2] && other[0] < area[2] && area[1] < other[3] && other[1] < area[3])) continue;
    placed.push(area);
    pen.lineWidth = 3.5 / scale;
    pen.strokeStyle = colour.paper;
    pen.strokeText(text, node.x, top);
    pen.fillStyle = node.id[0] === "p" ? colour.ink : colour[node.id[0]];
    pen.fillText(text, node.x, top);
    written += 1;
  }
}

function fit() {
  network.fit({ animation: false, maxZoomLevel: 1.4 });
}

function chooseEdge(id) {
  if (id[0] === "t") return choose(id);
  const edge = edges.get(id);
  choose(edge.to[0] === "m" ? edge.to : edge.from, edge.from[0] === "p" ? edge.from : null);
}

function highlight(id) {
  if (!network) return;
  near = new Set(id && nodes.get(id) ? network.getConnectedNodes(id) : id && id[0] === "t" && edges.get(id) ? network.getConnectedNodes(id) : []);
  network.unselectAll();
  if (id && id[0] === "t" && edges.get(id)) network.selectEdges([id]);
  else if (id && nodes.get(id)) network.selectNodes([id]);
  network.redraw();
}

function legend() {
  const box = document.getElementById("legend");
  const row = (kind, text) => make("div", {}, make("i", { class: kind }), text);
  const rows = mode === "company"
    ? [row("person", T.official), row("line", T.times)]
    : [row("person", T.official), row("meeting", T.meeting), row("body", T.body), row("line chair", T.chaired + ", " + T.led), row("line", T.attended + ", " + T.spoke + " …"), row("line host", T.host)];
  box.replaceChildren(...rows);
}
