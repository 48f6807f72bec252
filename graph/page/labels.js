// Names, the important ones first, where they collide with nothing: the nearer the camera, the more of them.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { DATA, nameOf, numberOf } from "./data.js";
import { look } from "./look.js";
import { sayDate, short } from "./text.js";
import { KINDS, scene } from "./scene.js";
import { xOf, yOf } from "./camera.js";
import { colours } from "./looks.js";
import { covered, pushedIn, take, taken, widthOf } from "./room.js";
import { outlineNames } from "./outlines.js";
import { groundNames, named } from "./groundnames.js";
import { areasAway, areasBy, isFree, leadTo } from "./leads.js";

const MOST_WRITTEN = { few: 60, some: 240, many: 800 },
  SURELY_WRITTEN = { few: 8, some: 14, many: 40 }, // these have a line to them, or where the others are veiled cover one
  MOST_IN_CROWD = 40, // ... or, where nodes are small, some
  NAMED = 5.5; // pixels: in a crowd the other nodes have a name from this size on
let ranked = [];

function captionOf(id) {
  const name = nameOf(id);
  return id[0] === "m" && name.length <= 14 && DATA.meetings[numberOf(id)].date
    ? name + ", " + sayDate(DATA.meetings[numberOf(id)].date)
    : name;
}

// What could be written, the most important first: people before bodies before meetings, large before small.
function prepareLabels() {
  const colour = colours();
  ranked = scene.shown
    .map((spot) => {
      const person = spot.kind === "p";
      return {
        spot,
        id: spot.id,
        text: short(captionOf(spot.id), person ? 34 : 30),
        fill: colour[KINDS[spot.kind] + "Name"],
        pixels: person ? Math.min(14.5, 10 + (0.28 * spot.size) / scene.grow) : 10.5,
        rank: (person ? 3 : spot.kind === "m" ? 0 : 0.5) + (spot.size / scene.grow) * (person ? 1 : 0.25),
      };
    })
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
    .map((label, place) => ({ ...label, place }));
}

// The labels in sight, what is pointed at and what is chosen in front.
function inView(low, high, scale) {
  const wide = (high.x - low.x) * scale,
    tall = (high.y - low.y) * scale,
    front = [],
    visible = [];
  for (const label of ranked) {
    if (!label.spot.shown || (here.lit && !here.lit.has(label.id) && label.id !== here.pointedAt)) continue;
    const x = (xOf(label.spot) - low.x) * scale,
      y = (yOf(label.spot) - low.y) * scale;
    if (x < -20 || x > wide + 20 || y < -20 || y > tall + 20) continue;
    const own = {
      ...label,
      x,
      y,
      r: label.spot.size * scale,
      bold: label.id === here.pointedAt || label.id === here.chosen,
    };
    (own.bold ? front : visible).push(own);
  }
  return [...front, ...visible];
}

// Where names can be written: [{text, x, y, pixels, bold, fill}], the middle of each in screen pixels.
export function placeNames(pen, low, high) {
  const scale = here.network.getScale(),
    wide = (high.x - low.x) * scale,
    tall = (high.y - low.y) * scale,
    visible = inView(low, high, scale),
    leads = [],
    names = [];
  taken.clear();
  visible.forEach((label) => {
    // a dot of a few pixels may be covered by a name
    if (label.r > 2.5)
      take([label.x - label.r, label.y - label.r, label.x + label.r, label.y + label.r, label.id]);
  });
  names.push(...outlineNames(pen, low, scale), ...groundNames(pen, low, scale, visible));
  const sure = wide < 520 ? 5 : scene.dot < 1 ? SURELY_WRITTEN[look.names] / 2 : SURELY_WRITTEN[look.names],
    room = MOST_WRITTEN[look.names] / (wide < 520 ? 8 : 1);
  let refused = 0;
  for (const label of visible) {
    // Behind the first thousand in a crowd hardly one finds room.
    if (names.length >= room || refused > 1000) break;
    if (scene.dot < 1 && !here.lit && !label.bold && label.r < NAMED && (label.place >= sure || named.has(label.id))) continue;
    const { bold } = label,
      pixels = bold ? 14.5 : label.pixels,
      text = bold || here.lit ? short(captionOf(label.id), bold ? 70 : 46) : label.text;
    const half = widthOf(pen, text, pixels, bold) / 2 + 2,
      height = pixels * 0.62;
    const areas = areasBy(label, half, height, label.place < sure);
    const inside = (area) => area[0] > 2 && area[2] < wide - 2 && area[3] < tall;
    const led = label.place < sure && scene.dot === 1 && !here.lit,
      most = bold ? Infinity : label.place < sure && !led ? (scene.dot < 1 ? MOST_IN_CROWD : 1) : 0;
    const best = areas
      .filter(inside)
      .map((area) => [covered(area, label.id, most), area])
      .sort((a, b) => a[0] - b[0])[0];
    const area = best && (bold || best[0] <= most) ? best[1] : bold ? pushedIn(areas[0], wide) : null;
    const far =
      !area && led
        ? areasAway(label, half, height).find(
            (other) => inside(other) && !covered(other, label.id, 0) && isFree(leadTo(label, other), label, visible, leads),
          )
        : null;
    if (!area && !far) {
      refused += 1;
      continue;
    }
    const [left, top] = area || far,
      [x, y] = [left + half, top + height];
    if (far) leads.push(leadTo(label, far));
    // kept from the middle of the name, with which it moves
    const lead = far && leadTo(label, far).map((end, n) => end - (n % 2 ? y : x));
    take([left, top, left + 2 * half, top + 2 * height]);
    names.push({ text, x, y, pixels, bold, fill: label.fill, lead });
  }
  return names;
}

Object.assign(acts, { placeNames, prepareLabels });
