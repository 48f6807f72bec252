// Bubbles: a shape around members that holds no one else. Each member has a disc; neighbours are joined by a bridge, and three that are
// joined by a field between, where no outsider stands in the way; else they stay apart. (A hull would draw in whoever stands between.)
import { collect } from "./data.js";
import { scene } from "./scene.js";
import { xOf, yOf } from "./camera.js";
import { spanOf } from "./linelooks.js";

const FARTHEST = 150, // how far a bridge leads at most; in a crowd, three times as far as its nodes stand apart
  JOINED = 6, // to how many neighbours; in a crowd, which takes long to paint, to two
  MARGIN = 15,
  WIDEST = 15,
  LARGEST = 50, // no node is larger
  THIN = 4;

// The distance of a node from the segment between two others.
function distanceTo(spot, a, b) {
  const [x1, y1, dx, dy] = [xOf(a), yOf(a), xOf(b) - xOf(a), yOf(b) - yOf(a)],
    along = ((xOf(spot) - x1) * dx + (yOf(spot) - y1) * dy) / (dx * dx + dy * dy || 1),
    at = Math.max(0, Math.min(1, along));
  return Math.hypot(xOf(spot) - x1 - at * dx, yOf(spot) - y1 - at * dy);
}

export const sideOf = (a, b, spot) =>
  (xOf(b) - xOf(a)) * (yOf(spot) - yOf(a)) - (yOf(b) - yOf(a)) * (xOf(spot) - xOf(a));
function within(spot, [a, b, c]) {
  const sides = [sideOf(a, b, spot), sideOf(b, c, spot), sideOf(c, a, spot)];
  return sides.every((side) => side > 0) || sides.every((side) => side < 0);
}

// Whether one of the outsiders, [distance from the first corner, node] with the nearest first, stands in a triangle.
function somebodyWithin(field, outside) {
  const [a, b, c] = field,
    far = Math.max(distanceTo(a, b, b), distanceTo(a, c, c));
  for (const [away, one] of outside) {
    if (away > far) return false;
    if (within(one, field)) return true;
  }
  return false;
}

// All nodes shown, in cells as large as a bridge is long: those of the nine cells `around` a node are within its `reach`.
export function cellsOf(spots) {
  const cells = new Map(),
    reach = Math.max(40, Math.min(FARTHEST, (2.1 * spanOf(spots)) / Math.sqrt(spots.length || 1))),
    cell = (spot) => [Math.floor(xOf(spot) / reach), Math.floor(yOf(spot) / reach)];
  spots.forEach((spot) => collect(cells, cell(spot).join(" "), spot));
  const around = (spot) => {
    const [column, row] = cell(spot);
    return [-1, 0, 1].flatMap((x) =>
      [-1, 0, 1].flatMap((y) => cells.get(column + x + " " + (row + y)) || []),
    );
  };
  return { reach, around };
}

// The bubbles of `members`: [{spots, bones: [from, to, half the width], fields: [three nodes]}], the largest first.
export function bubblesOf(members, { reach, around }) {
  const own = new Set(members),
    joined = new Map(),
    parts = [];
  members.forEach((spot) => {
    const near = around(spot)
        .map((other) => [Math.hypot(xOf(other) - xOf(spot), yOf(other) - yOf(spot)), other])
        .sort((a, b) => a[0] - b[0]),
      outside = near.filter(([, other]) => !own.has(other)),
      room = (end, far, most) => {
        let least = most;
        for (const [away, other] of outside) {
          if (away > far + most + LARGEST) break; // too far off to be in the way, and so are all that follow
          least = Math.min(least, distanceTo(other, spot, end) - other.size - 2);
        }
        return least;
      },
      links = near
        .filter(([far, other]) => other !== spot && own.has(other) && far < reach)
        .slice(0, scene.dot < 1 ? 2 : JOINED)
        .map(([far, other]) => [other, room(other, far, WIDEST)]);
    joined.set(spot, {
      disc: Math.max(1, Math.floor(room(spot, 0, spot.size + MARGIN))),
      links: new Map(links.filter(([, wide]) => wide >= THIN).map(([other, wide]) => [other, Math.floor(wide)])),
      outside,
    });
  });
  const left = new Set(members);
  joined.forEach(({ links }, spot) => links.forEach((wide, other) => joined.get(other).links.set(spot, wide)));
  while (left.size) {
    const [first] = left,
      spots = [first],
      bones = [],
      fields = [];
    left.delete(first);
    for (let n = 0; n < spots.length; n += 1) {
      const spot = spots[n],
        { disc, links, outside } = joined.get(spot),
        others = [...links.keys()];
      bones.push([spot, spot, disc]);
      links.forEach((wide, other) => {
        if (left.delete(other)) spots.push(other);
        if (other.id < spot.id) return;
        bones.push([spot, other, wide]);
        others.forEach((third) => {
          if (third.id <= other.id || !joined.get(other).links.has(third)) return;
          const field = [spot, other, third];
          if (!somebodyWithin(field, outside)) fields.push(field);
        });
      });
    }
    parts.push({ spots, bones, fields });
  }
  return parts.sort((a, b) => b.spots.length - a.spots.length);
}
