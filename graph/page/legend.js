// The legend: one entry for each thing that is drawn, made of what is drawn. Its samples are small SVG pictures, so that the page, the SVG
// and the PNG show the same ones.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { T } from "./data.js";
import { look } from "./look.js";
import { FACETS } from "./filters.js";
import { byId, make, sayNumber, short } from "./text.js";
import { scene } from "./scene.js";
import { svg } from "./svg.js";
import { rest } from "./palettes.js";
import { meaning } from "./meaning.js";
import { colours, fill, groupColour, personRadius } from "./looks.js";
import { SAMPLES, dotSample, outlineSample, rampSample } from "./samples.js";
import { lineEntries } from "./legendlines.js";
import { sayLook } from "./lookform.js";
import { outlineColour, outlinesNow } from "./outlines.js";
import { faceName } from "./groundnames.js";

// The entries: [sample or null, text, what a click chooses or ""].
export function legendEntries() {
  const colour = colours(),
    kinds = "pmb".split("").filter((kind) => scene.shown.some((spot) => spot.kind === kind));
  const plainFill = (kind) =>
    meaning.groupOf || (meaning.shades && kind === "p")
      ? colour.ink
      : meaning.shades
        ? rest()
        : fill({ kind }, colour);
  const names = { p: T.official, m: T.meeting, b: T.body };
  return [
    ...kinds.map((kind) => [SAMPLES[kind](plainFill(kind)), names[kind], ""]),
    ...lineEntries(),
    ...groupEntries(),
    ...shadeEntries(),
    ...outlineEntries(),
    ...sizeEntries(colour),
  ];
}

function groupEntries() {
  if (!meaning.groupOf) return [];
  const parts = look.colour === "community",
    say = (group) => (parts ? faceName(group) : (FACETS[look.colour].say || String)(group));
  const entries = meaning.groups.map(([group, count]) => [
    dotSample(groupColour(group)),
    short(say(group), 34) + " (" + count.toLocaleString(T.language) + ")",
    parts ? "k" + group : "",
  ]);
  if (parts && entries.length) entries.unshift([null, T.neighbourhood + ":", ""]);
  const others = scene.shown.some((spot) => spot.fill === rest());
  return others ? [...entries, [dotSample(rest()), T.otherGroups, ""]] : entries;
}

function shadeEntries() {
  if (!meaning.shades || !meaning.range) return [];
  const say = (value) => (look.colour === "first" ? String(value) : sayNumber(value));
  return [
    [rampSample(), sayLook(look.colour) + ": " + say(meaning.range[0]) + " – " + say(meaning.range[1]), ""],
  ];
}

function outlineEntries() {
  return look.bodies === "outlines" && outlinesNow().length
    ? [[outlineSample(outlineColour(0)), T.outlineSaid, ""]]
    : [];
}

// Circles as large as they are drawn now, for a small, a middle and a large value that occur.
function sizeEntries(colour) {
  const people = scene.shown.filter((spot) => spot.kind === "p");
  if (!people.length || !meaning.sizes) return [];
  const values = people.map((spot) => meaning.sizes[spot.number] || 0).sort((a, b) => a - b),
    scale = here.network ? here.network.getScale() : 1;
  const some = [...new Set([values[0], values[Math.floor(values.length * 0.95)], values[values.length - 1]])];
  const drawn = some
    .map((value) => [value, personRadius(value) * scene.grow * scale])
    .filter(([, r]) => r <= 15);
  const neutral = meaning.groupOf || meaning.shades ? rest() : fill({ kind: "p" }, colour);
  return drawn.length > 1 || some.length === 1
    ? [
        [null, sayLook(look.size) + ":", ""],
        ...drawn.map(([value, r]) => [dotSample(neutral, r), sayNumber(value), ""]),
      ]
    : [[null, T.larger + " " + sayLook(look.size), ""]];
}

const picturedSample = ({ wide, tall, parts }) =>
  svg(
    "svg",
    {
      width: wide,
      height: tall,
      viewBox: [0, -tall / 2, wide, tall].join(" "),
      "aria-hidden": "true",
      class: "sample",
    },
    ...parts(),
  );

function legend() {
  const box = byId("legend");
  box.replaceChildren(
    ...(scene.shown.length ? legendEntries() : []).map(([sample, text, id]) => {
      const children = [sample && picturedSample(sample), text];
      return id
        ? make("button", { type: "button", class: "entry", click: () => acts.choose(id) }, ...children)
        : make("div", { class: "entry" }, ...children);
    }),
  );
}

Object.assign(acts, { legend });
