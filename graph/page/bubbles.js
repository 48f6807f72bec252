// Bubbles: a shape around members that holds no one else. Each member has a disc; neighbours are joined by a bridge, and three that are
// joined by a field between, where no outsider stands in the way; else they stay apart. (A hull would draw in whoever stands between.)
const REACH = 150, // how far a bridge leads
  JOINED = 6, // to how many neighbours
  MARGIN = 15,
  WIDEST = 15,
  THIN = 4;

// The distance of a node from the segment between two others.
function distanceTo(spot, a, b) {
  const [x1, y1, dx, dy] = [xOf(a), yOf(a), xOf(b) - xOf(a), yOf(b) - yOf(a)],
    along = ((xOf(spot) - x1) * dx + (yOf(spot) - y1) * dy) / (dx * dx + dy * dy || 1),
    at = Math.max(0, Math.min(1, along));
  return Math.hypot(xOf(spot) - x1 - at * dx, yOf(spot) - y1 - at * dy);
}

const sideOf = (a, b, spot) =>
  (xOf(b) - xOf(a)) * (yOf(spot) - yOf(a)) - (yOf(b) - yOf(a)) * (xOf(spot) - xOf(a));
function within(spot, [a, b, c]) {
  const sides = [sideOf(a, b, spot), sideOf(b, c, spot), sideOf(c, a, spot)];
  return sides.every((side) => side > 0) || sides.every((side) => side < 0);
}

// All nodes shown, in cells as large as a bridge is long: those of the nine cells around a node are within its reach.
function cellsOf(spots) {
  const cells = new Map();
  spots.forEach((spot) =>
    collect(cells, Math.floor(xOf(spot) / REACH) + " " + Math.floor(yOf(spot) / REACH), spot),
  );
  return (spot) =>
    [-1, 0, 1].flatMap((x) =>
      [-1, 0, 1].flatMap(
        (y) =>
          cells.get(Math.floor(xOf(spot) / REACH) + x + " " + (Math.floor(yOf(spot) / REACH) + y)) || [],
      ),
    );
}

// The bubbles of `members`: [{spots, bones: [from, to, half the width], fields: [three nodes]}], the largest first.
function bubblesOf(members, around) {
  const own = new Set(members),
    joined = new Map(),
    parts = [];
  members.forEach((spot) => {
    const near = around(spot),
      outside = near.filter((other) => !own.has(other)),
      room = (line, most) =>
        outside.reduce((least, other) => Math.min(least, line(other) - other.size - 2), most);
    const disc = room((other) => distanceTo(other, spot, spot), spot.size + MARGIN),
      links = near
        .filter((other) => other !== spot && own.has(other))
        .map((other) => [distanceTo(other, spot, spot), other])
        .filter(([far]) => far < REACH)
        .sort((a, b) => a[0] - b[0])
        .slice(0, JOINED)
        .map(([, other]) => [other, room((third) => distanceTo(third, spot, other), WIDEST)]);
    joined.set(spot, {
      disc: Math.max(1, Math.floor(disc)),
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
          if (!outside.some((one) => within(one, field))) fields.push(field);
        });
      });
    }
    parts.push({ spots, bones, fields });
  }
  return parts.sort((a, b) => b.spots.length - a.spots.length);
}
