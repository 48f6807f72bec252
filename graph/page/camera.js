// The camera: everything in sight, and where somebody has moved to, kept in the address.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { byId } from "./text.js";
import { scene, shownSpot } from "./scene.js";
import { keepInAddress, remember } from "./address.js";

// Where a node stands now: vis moves what somebody drags.
const xOf = (spot) => (spot.body ? spot.body.x : spot.x),
  yOf = (spot) => (spot.body ? spot.body.y : spot.y);

// Everything in sight.
export function fit() {
  moved = false;
  fitTo(scene.shown, 1.3);
}

// What is lit in sight, as near as it can be seen well.
export function fitLit() {
  const spots = here.lit ? [...here.lit].map(shownSpot).filter(Boolean) : [];
  if (!spots.length) return;
  fitTo(spots, Math.max(1.1 / scene.grow ** 1.4, here.network.getScale()));
  cameraMoved();
}

// Nodes in sight, with room at the sides for names, at most so near.
function fitTo(spots, nearest) {
  const stage = byId("network");
  if (!spots.length || !here.network) return;
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
  here.network.moveTo({ position, scale, animation: false });
  if (scene.made) acts.legend();
}

let moved = false,
  cameraTimer = 0;

// Kept when the hand has come to rest; one look is no step of its own.
export function cameraMoved() {
  moved = true;
  clearTimeout(cameraTimer);
  cameraTimer = setTimeout(() => {
    remember(false);
    acts.legend();
  }, 300);
}

// A node in the middle, at least so near.
export function lookAt(spot, near) {
  if (!spot) return;
  const position = { x: xOf(spot), y: yOf(spot) };
  here.network.moveTo({ position, scale: Math.max(near, here.network.getScale()), animation: false });
}

// The node nearest to the middle of the picture: arrow keys move it there, Enter chooses it.
export function nearestToMiddle() {
  const { x, y } = here.network.getViewPosition(),
    far = (spot) => Math.hypot(xOf(spot) - x, yOf(spot) - y);
  return scene.shown.length
    ? scene.shown.reduce((best, spot) => (far(spot) < far(best) ? spot : best)).id
    : "";
}

export function zoomBy(factor) {
  here.network.moveTo({ scale: here.network.getScale() * factor, animation: false });
  cameraMoved();
}

// In the address: the middle of the picture and its scale, unless everything is in sight.
let cameraWanted = null;
keepInAddress(
  "at",
  () => {
    if (!moved || !here.network) return "";
    const { x, y } = here.network.getViewPosition();
    return [Math.round(x), Math.round(y), here.network.getScale().toFixed(3)].join("~");
  },
  (text) => {
    const numbers = text.split("~").map(Number);
    cameraWanted =
      text && numbers.length === 3 && numbers.every(Number.isFinite) && numbers[2] > 0 ? numbers : null;
  },
);

export function moveCamera() {
  if (!cameraWanted || !here.network) return;
  const [x, y, scale] = cameraWanted;
  cameraWanted = null;
  here.network.moveTo({ position: { x, y }, scale: Math.max(0.02, Math.min(scale, 20)), animation: false });
  moved = true;
}

Object.assign(acts, { moveCamera });

export { xOf, yOf };
