// The stage: vis-network holds the nodes and the camera, physics off; lines.js draws the lines, for vis takes a tenth of a second for 8,000
// of them in every frame. The first picture is drawn before vis has the nodes, which it takes in slices.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { pause } from "./slices.js";
import { CROWD } from "./look.js";
import { byId } from "./text.js";
import { apply, makeScene, scene } from "./scene.js";
import { cameraMoved, fit } from "./camera.js";
import { colours, dress, looking } from "./looks.js";
import { drawLines, lineAt, linesNow, view } from "./lines.js";
import { drawGrounds } from "./grounds.js";
import { overdraw, pointAt, spotlight } from "./spotlight.js";
import { drawOutlines } from "./outlines.js";
import { focusOn } from "./around.js";

const AT_ONCE = 200; // nodes that are handed to vis in one go
const SHAPES = { p: "dot", m: "square", b: "diamond" };

const borderOf = (count) => (count > CROWD ? 0 : 1.5);
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
    nodes: { font: { size: 0 }, physics: false, borderWidth: borderOf(count), chosen: false },
  };
}

// Set the stage for the drawing that is wanted; tells whether it is still wanted.
export async function build() {
  if (!(await makeScene())) return false;
  const stage = byId("network");
  here.nodes = new vis.DataSet();
  if (here.network) here.network.destroy();
  here.network = new vis.Network(stage, { nodes: here.nodes, edges: new vis.DataSet() }, visOptions(scene.spots.size));
  listenNetwork();
  apply();
  fit();
  return true;
}

// Draw what is there, then hand the nodes to vis.
export async function fillStage() {
  const { run } = scene,
    all = [...scene.spots.values()],
    wanted = () => run === scene.run;
  await looking;
  if (!wanted()) return;
  acts.legend();
  view.at = -Infinity; // the camera rests
  here.network.redraw();
  window.sederuntPainted = window.sederuntPainted || performance.now();
  here.network.body.emitter.emit("_blockRedraw"); // or every slice would be a drawing of its own
  for (let at = 0; at < all.length; at += AT_ONCE) {
    await pause();
    if (!wanted()) return;
    addToVis(all.slice(at, at + AT_ONCE));
  }
  await pause();
  if (!wanted()) return;
  scene.made = true;
  acts.legend();
  showInVis();
  here.network.body.emitter.emit("_allowRedraw");
  spotlight(here.chosen);
  here.network.redraw();
  window.sederuntReady = window.sederuntReady || performance.now();
  document.documentElement.dataset.ready = "";
}

function addToVis(spots) {
  const colour = colours();
  here.nodes.add(spots.map(visNode));
  spots.forEach((spot) => {
    spot.body = here.network.body.nodes[spot.id];
    Object.assign(spot.body, { x: spot.x, y: spot.y }); // vis takes whole pixels alone
    dress(spot, colour);
  });
}

// What is shown, in the form that vis keeps: hidden nodes are neither drawn nor found under the pointer.
function showInVis() {
  scene.spots.forEach((spot) => {
    if (spot.body) spot.body.options.hidden = !spot.shown;
  });
  here.network._updateVisibleIndices();
}

// A node as vis draws it, also while vis does not have it yet.
function drawSpot(pen, spot) {
  if (spot.body) {
    spot.body.draw(pen);
    return;
  }
  const { x, y, size, kind } = spot,
    border = borderOf(scene.spots.size);
  pen.beginPath();
  if (kind === "p") pen.arc(x, y, size, 0, 2 * Math.PI);
  else if (kind === "m") pen.rect(x - size, y - size, 2 * size, 2 * size);
  else
    [0, 1, 2, 3].forEach((n) => pen.lineTo(x + [0, size, 0, -size][n], y + [size, 0, -size, 0][n]));
  pen.closePath();
  pen.fillStyle = spot.fill;
  pen.fill();
  if (!border) return;
  pen.strokeStyle = colours().paper;
  pen.lineWidth = Math.min(2 * size, border / here.network.getScale());
  pen.stroke();
}

function listenNetwork() {
  here.network.on("click", (event) => {
    if (event.nodes.length) acts.choose(event.nodes[0]);
    else {
      const line = lineAt(event.pointer.canvas);
      acts.choose(!line ? "" : line.id[0] === "h" ? line.from.id : line.id);
    }
  });
  here.network.on("doubleClick", (event) => {
    if (event.nodes.length) focusOn(event.nodes[0]);
  });
  here.network.on("hoverNode", (event) => pointAt(event.node));
  here.network.on("blurNode", () => pointAt(""));
  here.network.on("beforeDrawing", (pen) => {
    drawGrounds(pen);
    drawOutlines(pen);
    drawLines(pen, linesNow(), 1);
    if (!scene.made) scene.shown.forEach((spot) => spot.body || drawSpot(pen, spot));
  });
  here.network.on("afterDrawing", overdraw);
  ["dragEnd", "zoom"].forEach((name) => here.network.on(name, cameraMoved));
  here.network.on("dragging", (event) => {
    if (event.nodes.length) scene.stirred += 1;
  });
}

Object.assign(acts, { addToVis, drawSpot, showInVis });
