// Names on the drawing, frame by frame.

// The names for this frame. While the camera glides they keep the places that they had a moment ago: to find places takes longer than all
// else in a frame.
const GLIDE = 150; // milliseconds
let placed = { key: "", at: 0, timer: 0 };

function namesFor(pen, low, high) {
  const scale = network.getScale(),
    key = [scale, pointedAt, chosen, mode, look.names, filter.version, scene.run, story.at].join(" "),
    at = performance.now();
  if (placed.key === key && at - placed.at < GLIDE) {
    clearTimeout(placed.timer);
    placed.timer = setTimeout(redrawSoon, GLIDE);
    const [dx, dy] = [(placed.low.x - low.x) * scale, (placed.low.y - low.y) * scale];
    return placed.names.map((name) => ({ ...name, x: name.x + dx, y: name.y + dy }));
  }
  clearTimeout(placed.timer);
  placed = { key, at, low, names: placeNames(pen, low, high), timer: 0 };
  return placed.names;
}

function writeNames(pen, names, colour, low) {
  const scale = network.getScale();
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 3.5 / scale;
  pen.strokeStyle = colour.paper;
  names.forEach(({ text, x, y, pixels, bold, fill: ink }) => {
    const [left, top] = [low.x + x / scale, low.y + y / scale];
    pen.font = (bold ? "600 " : "") + pixels / scale + "px system-ui, sans-serif";
    pen.strokeText(text, left, top);
    pen.fillStyle = ink;
    pen.fillText(text, left, top);
  });
}
