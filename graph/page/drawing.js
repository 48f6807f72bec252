// The drawing: vis-network with positions from Python, physics off, labels by importance.
let network = null, nodes = null, edges = null, mode = "affiliation";

function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  return { p: read("--person"), m: read("--meeting"), b: read("--body"), edge: read("--edge"), ink: read("--ink"), paper: read("--paper") };
}

function nodeOf([id, x, y, value], colour) {
  const shape = { p: "dot", m: "square", b: "diamond" }[id[0]];
  const size = id[0] === "p" ? 6 + 3.2 * Math.sqrt(value) : id[0] === "m" ? 7 + 1.2 * Math.sqrt(value) : 8;
  const font = id[0] === "p" ? Math.min(30, 11 + 2.6 * Math.sqrt(value)) : id[0] === "m" ? 10 : 11;
  return {
    id, x, y, size, shape, physics: false, value: undefined,
    label: short(nameOf(id), id[0] === "p" ? 40 : 30),
    color: { background: colour[id[0]], border: colour.paper, highlight: { background: colour[id[0]], border: colour.ink } },
    borderWidth: 1.5,
    font: { size: font, color: id[0] === "p" ? colour.ink : colour[id[0]], strokeWidth: 4, strokeColor: colour.paper, face: "system-ui, sans-serif" },
    scaling: { label: { enabled: false } },
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

function draw() {
  const colour = colours(), pass = passing(), source = DATA.drawn[mode];
  const shownEdges = source.edges.map((row, number) => [row, number]).filter(([row]) => {
    if (mode === "company") return DATA.ties[row[3]][4].some((m) => pass.roles.has(row[0].slice(1) + ":" + m) && pass.roles.has(row[1].slice(1) + ":" + m));
    const [a, b, roles] = row;
    if (roles.includes("host")) return pass.meetings.has(Number(a.slice(1)));
    return pass.roles.has(a.slice(1) + ":" + b.slice(1));
  });
  const linked = new Set(shownEdges.flatMap(([row]) => [row[0], row[1]]));
  const shown = source.nodes.filter(([id]) => linked.has(id));
  nodes = new vis.DataSet(shown.map((row) => nodeOf(row, colour)));
  edges = new vis.DataSet(shownEdges.map(([row, number]) => edgeOf(row, number, colour)));
  document.getElementById("empty").hidden = shown.length > 0;
  const options = {
    autoResize: true, physics: false, layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 1e9, hideEdgesOnDrag: shown.length > 1500, keyboard: { enabled: true, bindToWindow: false }, zoomSpeed: 0.7 },
    edges: { smooth: false, selectionWidth: 2 }, nodes: { labelHighlightBold: true },
  };
  if (network) network.destroy();
  network = new vis.Network(document.getElementById("network"), { nodes, edges }, options);
  network.on("click", (event) => {
    if (event.nodes.length) choose(event.nodes[0]);
    else if (event.edges.length) chooseEdge(event.edges[0]);
    else choose("");
  });
  network.on("doubleClick", (event) => { if (event.nodes.length) network.focus(event.nodes[0], { scale: 1.4, animation: false }); });
  network.once("afterDrawing", () => { window.sederuntReady = performance.now(); });
  network.on("zoom", labels);
  fit();
  return shown.length;
}

// Few labels when far away, more when near: the font that would be smaller than legible is not drawn.
function labels() {
  if (!network || nodes.length > 4000) return;
  const scale = network.getScale(), changes = [];
  nodes.forEach((node) => {
    const legible = node.font.size * scale >= 8.5 || nodes.length < 30 || node.id === chosen;
    const label = legible ? short(nameOf(node.id), node.id[0] === "p" ? 40 : 30) : " ";
    if (node.label !== label) changes.push({ id: node.id, label });
  });
  if (changes.length) nodes.update(changes);
}

function fit() {
  network.fit({ animation: false, maxZoomLevel: 1.4 });
  labels();
}

function chooseEdge(id) {
  if (id[0] === "t") return choose(id);
  const edge = edges.get(id);
  choose(edge.to[0] === "m" ? edge.to : edge.from, edge.from[0] === "p" ? edge.from : null);
}

function highlight(id) {
  if (!network) return;
  network.unselectAll();
  if (id && id[0] === "t" && edges.get(id)) network.selectEdges([id]);
  else if (id && nodes.get(id)) network.selectNodes([id]);
  labels();
}

function legend() {
  const box = document.getElementById("legend");
  const row = (kind, text) => make("div", {}, make("i", { class: kind }), text);
  const rows = mode === "company"
    ? [row("person", T.official), row("line", T.times)]
    : [row("person", T.official), row("meeting", T.meeting), row("body", T.body), row("line chair", T.chaired + ", " + T.led), row("line", T.attended + ", " + T.spoke + " …"), row("line host", T.host)];
  box.replaceChildren(...rows);
}
