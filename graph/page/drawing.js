// The drawing: vis-network with positions from Python, physics off.
let network = null,
  nodes = null,
  edges = null,
  mode = "affiliation",
  ego = "",
  depth = 1,
  shownNodes = [],
  turned = false;
const broughtIn = { affiliation: new Map(), company: new Map() };
const MOST_BROUGHT_IN = 60;

function colours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue("--" + name).trim();
  const names = [
    "person",
    "meeting",
    "body",
    "personName",
    "meetingName",
    "bodyName",
    "edge",
    "speak",
    "ink",
    "paper",
  ];
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}
const KINDS = { p: "person", m: "meeting", b: "body" };

function nodeOf([id, x, y, value], colour, grow) {
  const shape = { p: "dot", m: "square", b: "diamond" }[id[0]],
    fill = colour[KINDS[id[0]]];
  const size =
    id[0] === "p"
      ? 5.5 + (mode === "company" ? 1.4 : 3) * Math.sqrt(value)
      : id[0] === "m"
        ? 6 + 1.3 * Math.sqrt(value)
        : 8 + Math.sqrt(value);
  return {
    id,
    x: turned ? y : x,
    y: turned ? x : y,
    size: Math.min(size, 30) * grow,
    shape,
    physics: false,
    borderWidth: 1.5,
    weight: value,
    color: {
      background: fill,
      border: colour.paper,
      highlight: { background: fill, border: colour.ink },
      hover: { background: fill, border: colour.ink },
    },
  };
}

function edgeOf([a, b, carried], number, colour) {
  if (mode === "company") {
    const count = DATA.ties[carried][2];
    return {
      id: "t" + carried,
      from: a,
      to: b,
      width: companyWidth(count),
      color: lineColour(colour.edge, colour, Math.min(1, 0.5 + 0.16 * count)),
    };
  }
  const kind = lineOf(carried),
    id = kind === "host" ? "h" + number : "s" + a.slice(1) + "." + b.slice(1);
  const looks = {
    chair: [colour.person, 2.6, 0.85],
    speak: [colour.speak, 1.7, 0.8],
    attend: [colour.edge, 1.1, 0.8],
    observe: [colour.edge, 1.1, 0.9],
    host: [colour.body, 1.4, 0.85],
  }[kind];
  return {
    id,
    from: a,
    to: b,
    width: looks[1],
    dashes: kind === "host" ? [6, 5] : kind === "observe" ? [2, 4] : false,
    color: lineColour(looks[0], colour, looks[2]),
  };
}
const companyWidth = (count) => 0.7 + 1.7 * Math.sqrt(count - 0.75);
const lineColour = (color, colour, opacity) => ({ color, highlight: colour.ink, hover: colour.ink, opacity });

function edgeRows(pass) {
  const extra = broughtIn[mode],
    source = DATA.drawn[mode];
  const rows = [...source.edges, ...(extra.size ? edgesBroughtIn(extra) : [])].map((row, number) => [
    row,
    number,
  ]);
  const passes =
    mode === "company"
      ? ([[a, b, tie]]) =>
          tiePasses(tie) &&
          DATA.ties[tie][4].some(
            (m) => pass.seats.has(a.slice(1) + ":" + m) && pass.seats.has(b.slice(1) + ":" + m),
          )
      : ([[a, b, roles]]) =>
          roles.includes("host")
            ? pass.meetings.has(numberOf(a))
            : pass.seats.has(a.slice(1) + ":" + b.slice(1));
  return around(rows.filter(passes));
}

// The neighbourhood of one node: those it met, by way of the meetings in the drawing of who was where.
function around(rows) {
  if (!ego) return rows;
  let inside = new Set([ego]);
  for (let step = 0; step < depth * (mode === "company" ? 1 : 2); step += 1) {
    const next = new Set(inside);
    rows.forEach(([[a, b]]) => {
      if (inside.has(a)) next.add(b);
      if (inside.has(b)) next.add(a);
    });
    inside = next;
  }
  return rows.filter(([[a, b]]) => inside.has(a) && inside.has(b));
}

// What a node outside the drawing is tied to, with what the tie carries.
function tiesFrom(id) {
  const number = numberOf(id);
  if (mode === "company")
    return id[0] === "p"
      ? (tiesOf.get(number) || []).map((tie) => ["p" + (DATA.ties[tie][0] + DATA.ties[tie][1] - number), tie])
      : [];
  const seats = (rows, other) =>
    [...grouped(rows || [], other)].map(([end, own]) => [end, [...new Set(own.map((row) => row[2]))]]);
  if (id[0] === "p") return seats(thereOf.get(number), (row) => "m" + row[1]);
  if (id[0] === "b") return (hostedBy.get(number) || []).map((meeting) => ["m" + meeting, ["host"]]);
  const host = DATA.meetings[number].body;
  return [
    ...seats(atMeeting.get(number), (row) => "p" + row[0]),
    ...(host >= 0 ? [["b" + host, ["host"]]] : []),
  ];
}

function edgesBroughtIn(extra) {
  const drawn = new Set(DATA.drawn[mode].nodes.map(([id]) => id)),
    made = new Map();
  extra.forEach((_, id) =>
    tiesFrom(id).forEach(([end, carried]) => {
      if (!drawn.has(end) && !extra.has(end)) return;
      const inOrder =
        mode === "company" ? numberOf(id) < numberOf(end) : "pmb".indexOf(id[0]) < "pmb".indexOf(end[0]);
      const [a, b] = inOrder ? [id, end] : [end, id];
      made.set(a + " " + b, [a, b, carried]);
    }),
  );
  return [...made.values()];
}

// Draw a node that was left out, with what it is tied to, near those of them that are drawn.
function bringIn(id) {
  const spots = new Map([...DATA.drawn[mode].nodes, ...broughtIn[mode].values()].map((row) => [row[0], row]));
  const ties = id && (mode === "affiliation" || id[0] === "p") ? tiesFrom(id) : [];
  if (!"pmb".includes(id[0]) || spots.has(id) || !ties.length) return false;
  const known = ties.map(([end]) => spots.get(end)).filter(Boolean),
    all = [...spots.values()];
  const mean = (rows, axis) => rows.reduce((sum, row) => sum + row[axis], 0) / Math.max(rows.length, 1);
  const [x, y] = known.length
    ? [mean(known, 1) + 23, mean(known, 2) + 31]
    : [all.reduce((most, row) => Math.max(most, row[1]), 0) + 240, mean(all, 2)];
  broughtIn[mode].set(id, [id, x, y, ties.length]);
  ties
    .filter(([end]) => !spots.has(end))
    .slice(0, MOST_BROUGHT_IN)
    .forEach(([end], number) => {
      const turn = number * 2.399963,
        away = 60 + 9 * Math.sqrt(number);
      broughtIn[mode].set(end, [end, x + away * Math.cos(turn), y + away * Math.sin(turn), 1]);
    });
  return true;
}

function draw(refit) {
  const colour = colours(),
    pass = passing(),
    source = DATA.drawn[mode],
    stage = document.getElementById("network");
  const view =
    network && !refit
      ? { position: network.getViewPosition(), scale: network.getScale(), animation: false }
      : null;
  const rows = edgeRows(pass),
    linked = new Set(rows.flatMap(([row]) => [row[0], row[1]]));
  const placed = [...source.nodes, ...broughtIn[mode].values()].filter(([id]) => linked.has(id));
  turned = stage.clientHeight > stage.clientWidth * 1.15; // an upright screen: what Python laid flat stands up
  const grow = growth(placed, stage);
  shownNodes = placed.map((row) => nodeOf(row, colour, grow));
  nodes = new vis.DataSet(shownNodes);
  edges = new vis.DataSet(rows.map(([row, number]) => edgeOf(row, number, colour)));
  tellWhatIsDrawn(pass, source);
  const options = {
    autoResize: true,
    physics: false,
    layout: { improvedLayout: false },
    interaction: {
      hover: shownNodes.length <= 3500,
      tooltipDelay: 1e9,
      hideEdgesOnDrag: rows.length > 6000,
      keyboard: { enabled: true, bindToWindow: false },
      zoomSpeed: 0.7,
      selectConnectedEdges: false,
      hoverConnectedEdges: false,
    },
    edges: { smooth: false, selectionWidth: 1.5, hoverWidth: 0.5, chosen: true },
    nodes: { font: { size: 0 } },
  };
  if (network) network.destroy();
  network = new vis.Network(stage, { nodes, edges }, options);
  network.on("click", (event) => {
    if (event.nodes.length) choose(event.nodes[0]);
    else if (event.edges.length)
      choose(event.edges[0][0] === "h" ? edges.get(event.edges[0]).from : event.edges[0]);
    else choose("");
  });
  network.on("doubleClick", (event) => {
    if (event.nodes.length) focusOn(event.nodes[0]);
  });
  ["hoverNode", "blurNode", "hoverEdge", "blurEdge"].forEach((name) =>
    network.on(name, (event) => hovered(name, event)),
  );
  network.once("afterDrawing", () => {
    window.sederuntReady = window.sederuntReady || performance.now();
    document.documentElement.dataset.ready = "";
  });
  network.on("afterDrawing", overdraw);
  prepareLabels();
  if (view) network.moveTo(view);
  else fit();
  spotlight(chosen);
  refreshTwin();
}

// On a small screen the whole drawing is small: nodes grow, so that they can be seen and touched.
function growth(rows, stage) {
  const span = (axis) =>
    rows.length
      ? rows.reduce((most, row) => Math.max(most, row[axis]), -1e9) -
        rows.reduce((least, row) => Math.min(least, row[axis]), 1e9) +
        120
      : 1;
  const [width, height] = turned ? [span(2), span(1)] : [span(1), span(2)];
  const scale = Math.min(stage.clientWidth / width, stage.clientHeight / height);
  return Math.max(1, Math.min(2.2, 0.62 / scale));
}

// Everything in sight, with room at the sides for names.
function fit() {
  const stage = document.getElementById("network");
  if (!shownNodes.length) return;
  const span = (axis) => [
    Math.min(...shownNodes.map((node) => node[axis])),
    Math.max(...shownNodes.map((node) => node[axis])),
  ];
  const [left, right] = span("x"),
    [top, bottom] = span("y");
  const across = (stage.clientWidth - Math.min(130, stage.clientWidth * 0.2)) / Math.max(right - left, 1),
    down = (stage.clientHeight - 64) / Math.max(bottom - top, 1);
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 },
    scale: Math.max(0.02, Math.min(across, down, 1.3)),
    animation: false,
  });
}

function focusOn(id, far = 1) {
  ego = id;
  depth = far;
  draw(true);
  choose(id);
}

function leaveEgo() {
  ego = "";
  draw(true);
  showPanel(chosen);
  remember();
}

function tellWhatIsDrawn(pass, source) {
  const empty = document.getElementById("empty"),
    leave = document.getElementById("leave-ego");
  empty.hidden = shownNodes.length > 0;
  empty.textContent =
    source.nodes.length &&
    mode === "company" &&
    filter.alpha < 1 &&
    !DATA.ties.some((_, number) => tiePasses(number))
      ? noTieSaid()
      : source.nodes.length
        ? T.emptyFilter
        : mode === "company" && DATA.drawn.affiliation.nodes.length
          ? T.emptyCompany
          : T.empty;
  leave.hidden = !ego;
  if (ego)
    leave.textContent =
      T.neighbourhood +
      " " +
      short(nameOf(ego), 40) +
      (depth > 1 ? ", " + counted(depth, T.stepsCount) : "") +
      " ✕";
  leave.setAttribute("aria-label", T.all);
  const counts = filtersActive()
    ? [
        pass.meetings.size + " " + T.of + " " + counted(DATA.meetings.length, T.meetingsCount),
        pass.people.size + " " + T.of + " " + counted(thereOf.size, T.peopleCount),
      ]
    : [
        counted(Object.keys(DATA.documents).length, T.documentsCount),
        counted(DATA.meetings.length, T.meetingsCount),
        counted(DATA.people.length, T.peopleCount),
        counted(DATA.unresolved, T.unresolvedCount),
      ];
  if (mode === "company" && filter.alpha < 1) counts.push(document.getElementById("alpha-said").textContent);
  if (source.hidden) counts.push(counted(source.hidden, T.hiddenCount));
  document.getElementById("counts").textContent = counts.join(" · ");
  legend();
}

// Sparse data often cannot tell a tie from chance: say so, and how near the nearest tie comes.
function noTieSaid() {
  const least = [...correctedP().values()].reduce((low, p) => Math.min(low, p), 1);
  return T.emptyChance + " " + least.toPrecision(2) + ".";
}

function legend() {
  const row = (kind, text) => make("div", {}, make("i", { class: kind }), text);
  const drawn =
    mode === "affiliation" ? new Set(DATA.drawn.affiliation.edges.map((edge) => lineOf(edge[2]))) : new Set();
  const kinds = new Set(shownNodes.map((node) => node.id[0])),
    most = Math.max(0, ...DATA.ties.map((tie) => tie[2]).slice(0, 50000));
  const roles = (...names) =>
    names
      .filter((name) => DATA.there.some((statement) => statement[2] === name))
      .map((name) => T[name])
      .join(", ");
  const rows = [
    kinds.has("p") && row("person", T.official),
    kinds.has("m") && row("meeting", T.meeting),
    kinds.has("b") && row("body", T.body),
    drawn.has("chair") && row("line chair", roles("chaired", "led")),
    drawn.has("speak") && row("line speak", roles("spoke", "reported")),
    drawn.has("attend") && row("line attend", roles("attended", "accompanied")),
    drawn.has("observe") && row("line observe", roles("observed")),
    drawn.has("host") && row("line host", T.hostLine),
  ].filter(Boolean);
  if (mode === "company" && most) {
    const widths = [...new Set([1, Math.ceil(most / 2), most])].map((count) => {
      const sample = make("i", { class: "line" });
      sample.style.borderTopWidth = companyWidth(count) + "px";
      return make("div", {}, sample, String(count));
    });
    rows.push(make("div", {}, T.together + ":"), ...widths);
  }
  const box = document.getElementById("legend");
  box.hidden = !shownNodes.length;
  box.replaceChildren(...rows, make("div", { class: "larger" }, T.larger));
}
