// The camera: how large nodes are on a screen, everything in sight, and where somebody has moved to, kept in the address.
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
  return Math.max(1, 0.62 / scale);
}

// Where a node stands now: vis moves what somebody drags.
const xOf = (spot) => (spot.body ? spot.body.x : spot.x),
  yOf = (spot) => (spot.body ? spot.body.y : spot.y);

// Everything in sight.
function fit() {
  moved = false;
  fitTo(scene.shown, 1.3);
}

// What is lit in sight, as near as it can be seen well.
function fitLit() {
  const spots = lit ? [...lit].map(shownSpot).filter(Boolean) : [];
  if (!spots.length) return;
  fitTo(spots, Math.max(1.1 / scene.grow ** 1.4, network.getScale()));
  cameraMoved();
}

// Nodes in sight, with room at the sides for names, at most so near.
function fitTo(spots, nearest) {
  const stage = byId("network");
  if (!spots.length || !network) return;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  spots.forEach((spot) => {
    left = Math.min(left, xOf(spot));
    right = Math.max(right, xOf(spot));
    top = Math.min(top, yOf(spot));
    bottom = Math.max(bottom, yOf(spot));
  });
  const under = stage.clientWidth < 520 ? 46 : 0; // on a phone the tools lie on the drawing
  const across = (stage.clientWidth - Math.min(130, stage.clientWidth * (scene.dot < 1 ? 0.12 : 0.2))) / Math.max(right - left, 1),
    down = (stage.clientHeight - 64 - under) / Math.max(bottom - top, 1);
  const scale = Math.max(0.02, Math.min(across, down, nearest)),
    position = { x: (left + right) / 2, y: (top + bottom + under / scale) / 2 };
  network.moveTo({ position, scale, animation: false });
  if (scene.made) legend();
}

let moved = false,
  cameraTimer = 0;

// Kept when the hand has come to rest; one look is no step of its own.
function cameraMoved() {
  moved = true;
  clearTimeout(cameraTimer);
  cameraTimer = setTimeout(() => {
    remember(false);
    legend();
  }, 300);
}

// A node in the middle, at least so near.
function lookAt(spot, near) {
  if (!spot) return;
  const position = { x: xOf(spot), y: yOf(spot) };
  network.moveTo({ position, scale: Math.max(near, network.getScale()), animation: false });
}

// The node nearest to the middle of the picture: arrow keys move it there, Enter chooses it.
function nearestToMiddle() {
  const { x, y } = network.getViewPosition(),
    far = (spot) => Math.hypot(xOf(spot) - x, yOf(spot) - y);
  return scene.shown.length
    ? scene.shown.reduce((best, spot) => (far(spot) < far(best) ? spot : best)).id
    : "";
}

function zoomBy(factor) {
  network.moveTo({ scale: network.getScale() * factor, animation: false });
  cameraMoved();
}

// In the address: the middle of the picture and its scale, unless everything is in sight.
let cameraWanted = null;
keepInAddress(
  "at",
  () => {
    if (!moved || !network) return "";
    const { x, y } = network.getViewPosition();
    return [Math.round(x), Math.round(y), network.getScale().toFixed(3)].join("~");
  },
  (text) => {
    const numbers = text.split("~").map(Number);
    cameraWanted =
      text && numbers.length === 3 && numbers.every(Number.isFinite) && numbers[2] > 0 ? numbers : null;
  },
);

function moveCamera() {
  if (!cameraWanted || !network) return;
  const [x, y, scale] = cameraWanted;
  cameraWanted = null;
  network.moveTo({ position: { x, y }, scale: Math.max(0.02, Math.min(scale, 20)), animation: false });
  moved = true;
}
