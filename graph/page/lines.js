// The lines of the drawing, many of one look in one stroke, and the line under the pointer.
const companyWidth = (count) => 0.7 + 1.7 * Math.sqrt(count - 0.75);
const THINNEST = 0.35; // on the screen

// The look of a line: [colour, width, opacity, dashes]. A tie is the wider and darker the more meetings it stands for.
function lineLook(line, colour) {
  if (line.tie !== undefined) {
    const count = passing().count[line.tie] || DATA.ties[line.tie][2];
    return [colour.edge, companyWidth(count), look.fade ? Math.min(1, scene.faint + 0.16 * count) : 0.85, ""];
  }
  return {
    chair: [colour.person, 2.6, 0.85, ""],
    speak: [colour.speak, 1.7, 0.8, ""],
    attend: [colour.edge, 1.1, look.fade ? scene.faint + 0.3 : 0.85, ""],
    observe: [colour.edge, 1.1, 0.9, "2 4"],
    host: [colour.body, 1.4, 0.85, "6 5"],
  }[lineOf(line.roles)];
}

// Sort the lines by look, for the pen.
function styleLines() {
  const colour = colours();
  scene.faint = scene.lines.length > 1500 ? 0.2 : 0.5;
  scene.lines.forEach((line) => {
    line.style = lineLook(line, colour);
    line.look = line.style.join("|");
  });
  scene.lines.sort((a, b) => (a.look < b.look ? -1 : a.look > b.look ? 1 : 0));
}

function drawLines(pen, lines, opacity, ink = "") {
  const scale = network.getScale(),
    { low, high } = inSight();
  let current = null;
  const stroke = () => {
    if (current !== null) pen.stroke();
  };
  pen.lineCap = "butt";
  for (const line of lines) {
    if (!line.shown) continue;
    const x1 = xOf(line.from),
      y1 = yOf(line.from),
      x2 = xOf(line.to),
      y2 = yOf(line.to);
    if (
      Math.max(x1, x2) < low.x ||
      Math.min(x1, x2) > high.x ||
      Math.max(y1, y2) < low.y ||
      Math.min(y1, y2) > high.y
    )
      continue;
    if (line.look !== current) {
      stroke();
      const [colour, width, alpha, dashes] = line.style;
      pen.beginPath();
      pen.strokeStyle = ink || colour;
      pen.lineWidth = Math.max(ink ? width + 1 : width, THINNEST / scale);
      pen.globalAlpha = ink ? 1 : Math.min(1, alpha * opacity);
      pen.setLineDash(dashes ? dashes.split(" ").map(Number) : []);
      current = line.look;
    }
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
  }
  stroke();
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

// While the camera moves over very many lines, an even choice of them is drawn; all of them again as soon as it rests.
const MOST_MOVING = 1500;
const view = { x: 0, y: 0, at: 0, timer: 0 };
function linesNow() {
  const { x, y } = network.getViewPosition(),
    at = performance.now();
  const moving = (x !== view.x || y !== view.y) && at - view.at < GLIDE;
  Object.assign(view, { x, y, at });
  if (!moving || scene.lines.length <= MOST_MOVING) return scene.lines;
  clearTimeout(view.timer);
  view.timer = setTimeout(redrawSoon, GLIDE);
  const step = Math.ceil(scene.lines.length / MOST_MOVING);
  return scene.lines.filter((_, number) => number % step === 0);
}

// The part of the drawing that is in sight.
function inSight() {
  const frame = network.canvas.frame.canvas;
  return {
    low: network.DOMtoCanvas({ x: 0, y: 0 }),
    high: network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight }),
  };
}

// The nearest line within some pixels of a place in the drawing.
function lineAt({ x, y }) {
  let best = 7 / network.getScale(),
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
function listenLines() {
  byId("network").addEventListener("mousemove", (event) => {
    if (waiting || !network || event.buttons || scene.lines.length > 20000) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const box = byId("network").getBoundingClientRect();
      const line =
        pointedAt || !network
          ? null
          : lineAt(network.DOMtoCanvas({ x: event.clientX - box.left, y: event.clientY - box.top }));
      if (line === pointedLine) return;
      pointedLine = line;
      byId("network").style.cursor = line || pointedAt ? "pointer" : "";
      redrawSoon();
    });
  });
}
