// Room for names: rectangles in screen pixels, in the cells of a grid.
import { collect } from "./data.js";

const CELL = 56,
  taken = new Map(),
  widths = new Map();

// How many nodes the rectangle (in screen pixels) would cover; Infinity where a name is there, or more nodes than `most`. Both are kept
// in cells of a grid; a node has an owner, a name none.
export function covered(area, own, most) {
  const over = new Set();
  for (let column = Math.floor(area[0] / CELL); column <= Math.floor(area[2] / CELL); column += 1) {
    for (let row = Math.floor(area[1] / CELL); row <= Math.floor(area[3] / CELL); row += 1) {
      for (const other of taken.get(column * 4096 + row) || []) {
        if (
          other[4] === own ||
          area[0] >= other[2] ||
          other[0] >= area[2] ||
          area[1] >= other[3] ||
          other[1] >= area[3]
        )
          continue;
        if (!other[4]) return Infinity;
        over.add(other[4]);
        if (over.size > most) return Infinity;
      }
    }
  }
  return over.size;
}

export function take(area) {
  for (let column = Math.floor(area[0] / CELL); column <= Math.floor(area[2] / CELL); column += 1) {
    for (let row = Math.floor(area[1] / CELL); row <= Math.floor(area[3] / CELL); row += 1)
      collect(taken, column * 4096 + row, area);
  }
}

// A name that would leave the picture at a side is moved back in.
export function pushedIn(area, wide) {
  const by = Math.max(0, 2 - area[0]) - Math.max(0, area[2] - wide + 2);
  return [area[0] + by, area[1], area[2] + by, area[3], area[4]];
}

export function widthOf(pen, text, pixels, bold) {
  const key = (bold ? "b " : "n ") + text;
  if (!widths.has(key)) {
    pen.font = (bold ? "600 " : "") + "12px system-ui, sans-serif";
    widths.set(key, pen.measureText(text).width / 12);
  }
  return widths.get(key) * pixels;
}

export { taken };
