// How nodes look: their size and colour say what is chosen in the drawer "Look", of what the filters show.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { hostedBy } from "./data.js";
import { look } from "./look.js";
import { passing } from "./filters.js";
import { KINDS, scene } from "./scene.js";
import { PALETTES, groupInks, onScale, rest } from "./palettes.js";
import { groupOfSpot, makeMeaning, meaning, setMeaning } from "./meaning.js";

scene.faint = 0.5;

// The colours of the page's style, read once for each theme.
const COLOURS = [
  "person",
  "meeting",
  "body",
  "personName",
  "meetingName",
  "bodyName",
  "edge",
  "speak",
  "ink",
  "paper",
];

const themes = new Map();

export function colours() {
  const { theme } = document.documentElement.dataset;
  if (!themes.has(theme)) {
    const style = getComputedStyle(document.documentElement);
    const read = COLOURS.map((name) => [name, style.getPropertyValue("--" + name).trim()]);
    themes.set(theme, Object.fromEntries(read));
  }
  return themes.get(theme);
}

export const groupColour = (group) => {
  const place = meaning.groups.findIndex(([name]) => name === group);
  return place < 0 ? rest() : groupInks()[place];
};

function radius(spot) {
  const { there } = passing();
  if (spot.kind === "m") return scene.dot * Math.min(22, 5.5 + 1.3 * Math.sqrt(there[spot.number]));
  if (spot.kind === "b")
    return scene.dot * Math.min(26, 8 + Math.sqrt((hostedBy.get(spot.number) || []).length));
  if (!meaning.sizes) return 8 * scene.dot;
  return personRadius(meaning.sizes[spot.number]);
}

export const personRadius = (value) => scene.dot * (5 + 17 * Math.sqrt(Math.max(0, value || 0) / meaning.top));

export function fill(spot, colour) {
  if (meaning.groupOf) return groupColour(spot.group);
  if (meaning.shades) {
    const value = spot.kind === "p" ? meaning.shades[spot.number] : NaN,
      [low, high] = meaning.range || [0, 1];
    return Number.isNaN(value) ? rest() : onScale(high > low ? (value - low) / (high - low) : 1);
  }
  return look.palette === "grey" ? PALETTES.grey.groups["pmb".indexOf(spot.kind)] : colour[KINDS[spot.kind]];
}

// Give each node its look, and vis what it draws.
export function dressAll() {
  const colour = colours();
  scene.spots.forEach((spot) => {
    spot.size = radius(spot) * scene.grow;
    spot.group = meaning.groupOf ? groupOfSpot(spot) : "";
    spot.fill = fill(spot, colour);
    dress(spot, colour);
  });
  acts.styleLines();
  acts.prepareLabels();
  if (scene.made) acts.legend();
  if (here.network) acts.redrawSoon();
}

export function dress(spot, colour) {
  if (!spot.body || !spot.fill) return;
  const { options } = spot.body;
  options.size = spot.size;
  options.color = { ...options.color, background: spot.fill, border: colour.paper };
  spot.body.shape.refreshNeeded = true;
}

// The looks under new filters or a new choice: what is counted at once is drawn at once, the rest as soon as it is known.
export let looking = Promise.resolve();

function restyle() {
  const atOnce = look.size === "meetings" || look.size === "same";
  if (atOnce && look.colour === "kind") {
    setMeaning(look.size === "same" ? null : Float64Array.from(passing().met, (n) => n || NaN), null, null);
    dressAll();
    looking = Promise.resolve();
  } else {
    if (scene.made && scene.spots.size && ![...scene.spots.values()][0].fill) dressAll();
    looking = makeMeaning().then((current) => current && dressAll());
  }
}

Object.assign(acts, { restyle });
