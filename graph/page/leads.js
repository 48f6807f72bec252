// Places for names beside their nodes, or farther off with a line that leads to the node.
const CLEAR = 9; // pixels between the end of a line and another

// The places beside a node for a name of this size, the best first; `sure` ones may also stand askew above or below it.
export function areasBy({ x, y, r, id }, half, height, sure) {
  const ends = [-1, 1],
    askew = sure ? [0.85, 0.5] : [];
  return [
    [0, r + height + 1],
    [r + half + 2, 0],
    [-r - half - 2, 0],
    [0, -r - height - 1],
    ...ends.flatMap((across) => ends.map((down) => [across * (0.7 * r + half + 1), down * (0.7 * r + height)])),
    ...askew.flatMap((part) => ends.flatMap((across) => ends.map((down) => [across * part * half, down * (r + height + 1)]))),
  ].map(([across, down]) => [x + across - half, y + down - height, x + across + half, y + down + height, id]);
}

// Places farther off for the name of somebody important in a throng: a thin line will lead to it.
export function areasAway({ x, y, r, id }, half, height) {
  const turns = [...Array(16).keys()].map((n) => (n * Math.PI) / 8);
  return [22, 38, 56].flatMap((away) =>
    turns.map((turn) => {
      const across = x + Math.cos(turn) * (r + away + half),
        down = y + Math.sin(turn) * (r + away);
      return [across - half, down - height, across + half, down + height, id];
    }),
  );
}

// The line from the edge of a name's place to its node, in screen pixels: [from x, y, to x, y].
export function leadTo({ x, y, r }, [left, top, right, bottom]) {
  const [fromX, fromY] = [Math.max(left, Math.min(right, x)), Math.max(top, Math.min(bottom, y))],
    part = 1 - r / (Math.hypot(x - fromX, y - fromY) || 1);
  return [fromX, fromY, fromX + (x - fromX) * part, fromY + (y - fromY) * part];
}

// Whether a line passes by all nodes but its own, and keeps clear of the other lines.
export function isFree(line, own, visible, leads) {
  const clear = (other) => !cross(line, other) && endsApart(line, other) && endsApart(other, line);
  return (
    leads.every(clear) && visible.every(({ id, x, y, r }) => id === own.id || farFrom(line, x, y) > r + 2)
  );
}

const endsApart = (line, [x1, y1, x2, y2]) => farFrom(line, x1, y1) > CLEAR && farFrom(line, x2, y2) > CLEAR;

function farFrom([x1, y1, x2, y2], x, y) {
  const [dx, dy] = [x2 - x1, y2 - y1],
    along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

function cross([x1, y1, x2, y2], [x3, y3, x4, y4]) {
  const side = (ax, ay, bx, by, x, y) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  return (
    side(x1, y1, x2, y2, x3, y3) !== side(x1, y1, x2, y2, x4, y4) &&
    side(x3, y3, x4, y4, x1, y1) !== side(x3, y3, x4, y4, x2, y2)
  );
}
