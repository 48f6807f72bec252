// The lines of the legend: one entry for each kind of line that is drawn.
import { here } from "./here.js";
import { DATA, T } from "./data.js";
import { filter, passing } from "./filters.js";
import { lineOf } from "./linekinds.js";
import { scene } from "./scene.js";
import { colours } from "./looks.js";
import { THINNEST } from "./lines.js";
import { lineSample } from "./samples.js";
import { bondOf } from "./linelooks.js";

// Of lines of one kind that which stands for it, as wide as it is drawn now: far ones are fainter, and one in a community's colour stands
// for those in all colours. (A single line is fainter than many over each other.)
function standsFor(lines) {
  const [ink, width, opacity, dashes] = lines.reduce((best, line) => (line.style[2] > best.style[2] ? line : best)).style,
    scale = here.network ? here.network.getScale() : 1,
    drawn = (length) => Math.max(length * scale, THINNEST);
  return lineSample([
    bondOf(lines[0]) === "within" ? colours().ink : ink,
    Math.min(6, drawn(width)),
    Math.max(opacity, 0.4),
    dashes && dashes.split(" ").map(drawn).join(" "),
  ]);
}

export function lineEntries() {
  const all = scene.lines.filter((line) => line.shown),
    across = all.filter((line) => bondOf(line) === "across"),
    shown = across.length ? all.filter((line) => bondOf(line) !== "across") : all,
    entries = plainLineEntries(shown);
  return across.length ? [...entries, [standsFor(across), T.toOthers, ""]] : entries;
}

function plainLineEntries(shown) {
  if (here.mode === "company") {
    const { count } = passing();
    if (!shown.length) return [];
    const sample = (times) => [
      standsFor(shown.filter((one) => count[one.tie] === times)),
      String(times),
      "",
    ];
    const times = [...new Set(shown.map((line) => count[line.tie]))].sort((a, b) => a - b);
    const some = [...new Set([times[0], times[Math.floor(times.length / 2)], times[times.length - 1]])];
    return [[null, T.together + ":", ""], ...some.map(sample)];
  }
  const roles = (...wanted) =>
    wanted
      .filter((role) => (!filter.role || filter.role.has(role)) && DATA.there.some((row) => row[2] === role))
      .map((role) => T[role])
      .join(", ");
  const said = {
    chair: roles("chaired", "led"),
    speak: roles("spoke", "reported"),
    attend: roles("attended", "accompanied"),
    observe: roles("observed"),
    host: T.hostLine,
  };
  return Object.keys(said).flatMap((kind) => {
    const lines = shown.filter((one) => lineOf(one.roles) === kind);
    return lines.length ? [[standsFor(lines), said[kind], ""]] : [];
  });
}
