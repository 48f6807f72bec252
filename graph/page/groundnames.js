// The names of the communities in a crowd, each beside its ground where it covers least; the grey ones where they cover nothing. `named`
// are the people whose names are written so.
import { here } from "./here.js";
import { DATA, T } from "./data.js";
import { byId } from "./text.js";
import { xOf, yOf } from "./camera.js";
import { mixed, rest } from "./palettes.js";
import { meaning } from "./meaning.js";
import { colours } from "./looks.js";
import { covered, take, widthOf } from "./room.js";
import { AROUND, groundsNow } from "./grounds.js";

export let named = new Set();

export function groundNames(pen, low, scale, visible) {
  const { clientWidth: wide, clientHeight: tall } = byId("network");
  named = new Set();
  if (here.lit) return [];
  return groundsNow()
    .filter(({ group }) => meaning.faces.has(group))
    .map(({ group, hull, fill: ink }) => {
      const grey = ink === rest(),
        text = wide < 520 ? faceName(group) : T.neighbourhood + " " + faceName(group),
        pixels = (grey ? 10.5 : 12.5) - (wide < 520 ? 1 : 0),
        half = widthOf(pen, text, pixels, true) / 2 + 2;
      const [best] = areasBeside(hull, low, scale, half)
        .filter(([left, top, right, bottom]) => left > 2 && right < wide - 2 && top > 2 && bottom < tall)
        .filter((area) => covered(area, "", Infinity) < Infinity)
        .map((area) => [under(area, visible), area])
        .sort((a, b) => a[0] - b[0]);
      if (!best || (grey && best[0] > 0)) return null;
      const [, area] = best;
      take(area);
      named.add("p" + meaning.faces.get(group));
      const paint = mixed(ink, colours().ink, grey ? 0.55 : 0.4);
      return { text, x: area[0] + half, y: area[1] + 7, pixels, bold: true, fill: paint };
    })
    .filter(Boolean);
}

// Where a name can stand: above, below, above at either end, at either side; in screen pixels.
function areasBeside(hull, low, scale, half) {
  const ends = (at, from) => {
    const values = hull.map(at);
    return [Math.min(...values) - AROUND, Math.max(...values) + AROUND].map((end) => (end - from) * scale);
  };
  const [left, right] = ends(xOf, low.x),
    [top, bottom] = ends(yOf, low.y),
    [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [
    [x, top - 7],
    [x, bottom + 8],
    [left + half, top - 7],
    [right - half, top - 7],
    [right + half, y],
    [left - half, y],
  ].map(([across, down]) => [across - half, down - 7, across + half, down + 7]);
}

// How many nodes lie under a name.
const under = ([left, top, right, bottom], visible) =>
  visible.filter(({ x, y, r }) => x + r > left && x - r < right && y + r > top && y - r < bottom).length;

// A community is called by the person with the strongest company in it.
export const faceName = (group) => DATA.people[meaning.faces.get(group)].label;
