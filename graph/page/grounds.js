// The grounds of communities in a crowd: a field of a community's colour under its nodes, with its name above. Python lays communities out
// apart; where filters or the hand have brought a stranger among them, a community has no ground, for a field says "these and nobody else".
import { here } from "./here.js";
import { grouped } from "./data.js";
import { CROWD, look } from "./look.js";
import { scene } from "./scene.js";
import { communitiesAsBuilt } from "./communities.js";
import { svg } from "./svg.js";
import { xOf, yOf } from "./camera.js";
import { isDark, mixed } from "./palettes.js";
import { colours, groupColour } from "./looks.js";
import { sideOf } from "./bubbles.js";

const SHALLOW = 3, // of fewer nodes no field is made
  AROUND = 26; // how far a field reaches beyond its nodes

let fields = [],
  fieldsFor = "";

const hasGrounds = () => look.colour === "community" && scene.spots.size > CROWD && communitiesAsBuilt() && !here.ego;

// [{group, hull, fill}], the largest community first; made anew when what they rest on has changed.
export function groundsNow() {
  const key = [scene.drawing, scene.shown.length, scene.stirred, look.palette, isDark(), hasGrounds()].join(" ");
  if (key !== fieldsFor && scene.shown.every((spot) => spot.fill)) {
    fieldsFor = key;
    fields = hasGrounds() ? groundsOf(scene.shown) : [];
  }
  return fields;
}

function groundsOf(spots) {
  const own = grouped(
    spots.filter((spot) => spot.group),
    (spot) => spot.group,
  );
  return [...own]
    .map(([group, members]) => [group, bunchOf(members)])
    .filter(([, members]) => members.length >= SHALLOW)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([group, members]) => ({ group, hull: hullOf(members), fill: groupColour(group) }))
    .filter(({ group, hull }) => !strangerIn(group, hull, spots));
}

// The members that lie together: those far from the middle of most, in another component, have no ground.
function bunchOf(members) {
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)],
    [x, y] = [median(members.map(xOf)), median(members.map(yOf))],
    away = members.map((spot) => Math.hypot(xOf(spot) - x, yOf(spot) - y)),
    reach = 2 * median(away) + 3 * AROUND;
  return members.filter((_, n) => away[n] <= reach);
}

// The corners around some nodes (Andrew 1979), in turn.
function hullOf(spots) {
  const sorted = [...spots].sort((a, b) => xOf(a) - xOf(b) || yOf(a) - yOf(b));
  const half = (row) =>
    row.reduce((line, spot) => {
      while (line.length > 1 && sideOf(line[line.length - 2], line[line.length - 1], spot) <= 0) line.pop();
      line.push(spot);
      return line;
    }, []);
  return [...half(sorted).slice(0, -1), ...half(sorted.reverse()).slice(0, -1)];
}

// Whether somebody of another group stands within; most stand outside the box around it, which is soon seen.
function strangerIn(group, hull, spots) {
  const [xs, ys] = [hull.map(xOf), hull.map(yOf)],
    [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return spots.some((spot) => {
    const [x, y] = [xOf(spot), yOf(spot)];
    if (spot.group === group || x < left || x > right || y < top || y > bottom) return false;
    return hull.every((corner, n) => sideOf(corner, hull[(n + 1) % hull.length], spot) > 0);
  });
}

// The rim of a ground: its corners, moved outwards.
function rimOf(hull) {
  const middle = (at) => hull.reduce((sum, spot) => sum + at(spot), 0) / hull.length,
    [x, y] = [middle(xOf), middle(yOf)];
  return hull.map((spot) => {
    const [dx, dy] = [xOf(spot) - x, yOf(spot) - y],
      out = 1 + AROUND / (Math.hypot(dx, dy) || 1);
    return { x: x + dx * out, y: y + dy * out };
  });
}

const groundColour = (ink) => mixed(colours().paper, ink, isDark() ? 0.14 : 0.11);

export function drawGrounds(pen) {
  groundsNow().forEach(({ hull, fill: ink }) => {
    pen.fillStyle = groundColour(ink);
    pen.beginPath();
    rimOf(hull).forEach(({ x, y }) => pen.lineTo(x, y));
    pen.fill();
  });
}

// The same as SVG, in the pixels of the screen.
export const groundsSvg = (place) =>
  groundsNow().map(({ hull, fill: ink }) =>
    svg("path", {
      d: "M" + rimOf(hull).map((spot) => place(spot).join(" ")).join("L") + "Z",
      fill: groundColour(ink),
    }),
  );

export { AROUND };
