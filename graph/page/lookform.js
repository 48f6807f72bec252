// The drawer "Look": size, colour, palette, bodies, names, and physics on request.
import { acts } from "./acts.js";
import { T } from "./data.js";
import { GROUPS, LOOK, NUMBERS, look } from "./look.js";
import { byId, make } from "./text.js";
import { apply } from "./scene.js";
import { keepInAddress, remember } from "./address.js";
import { communitiesAsBuilt } from "./communities.js";
import { PALETTES } from "./palettes.js";
import { forces, putBack, startForces, stopForces } from "./forces.js";

export const sayLook = (name) =>
  ({
    meetings: T.meetings,
    degree: T.peopleMet,
    strength: T.strengthMeasure,
    pagerank: "PageRank",
    core: T.core,
    closeness: T.closeness,
    betweenness: T.betweenness,
    clustering: T.clustering,
    community: T.community,
    body: T.body,
    place: T.jurisdiction,
    level: T.level,
    first: T.firstYear,
    kind: T.kind,
    same: T.sameSize,
    twelve: T.twelve,
    okabe: PALETTES.okabe.title,
    tol: PALETTES.tol.title,
    grey: T.greys,
    nodes: T.bodiesAsNodes,
    outlines: T.bodiesAsOutlines,
    none: T.bodiesHidden,
    few: T.fewNames,
    some: T.someNames,
    many: T.manyNames,
  })[name];
const LOOKS = {
  size: [...NUMBERS, "same"],
  colour: ["kind", ...GROUPS, "first", ...NUMBERS],
  palette: ["twelve", "okabe", "tol", "grey"],
  bodies: ["nodes", "outlines", "none"],
  names: ["few", "some", "many"],
};

export function listenLook() {
  Object.entries(LOOKS).forEach(([name, values]) => {
    byId("look-" + name).replaceChildren(...values.map((value) => make("option", { value }, sayLook(value))));
    byId("look-" + name).addEventListener("change", (event) => setLook({ [name]: event.target.value }));
  });
  byId("look-fade").addEventListener("change", (event) => setLook({ fade: event.target.checked }));
  byId("reset-look").addEventListener("click", () => setLook(LOOK));
  byId("forces").addEventListener("click", () => (forces.running ? stopForces() : startForces()));
  byId("put-back").addEventListener("click", putBack);
}

export function setLook(values) {
  Object.assign(look, values);
  tellLook();
  apply();
  remember();
}

export function tellLook() {
  Object.keys(LOOKS).forEach((name) => {
    byId("look-" + name).value = look[name];
  });
  byId("look-fade").checked = look.fade;
  byId("look-note").textContent = lookNote();
}

// What a reader must know of the measure that is drawn.
function lookNote() {
  const wanted = [look.size, look.colour];
  return [
    wanted.includes("betweenness") ? T.betweennessNote : "",
    look.colour === "community" ? (communitiesAsBuilt() ? T.leidenNote : T.louvainNote) : "",
    wanted.some((name) => name !== "meetings" && NUMBERS.includes(name)) ? T.measuresNote : "",
  ]
    .filter(Boolean)
    .join(" ");
}

// In the address: what differs from how the page opens.
keepInAddress(
  "look",
  () =>
    Object.keys(LOOK)
      .filter((name) => look[name] !== LOOK[name])
      .map((name) => name + "-" + look[name])
      .join("~"),
  (text) => {
    Object.assign(look, LOOK);
    text.split("~").forEach((part) => {
      const [name, value] = part.split("-");
      if (name === "fade") look.fade = value !== "false";
      else if (LOOKS[name] && LOOKS[name].includes(value)) look[name] = value;
    });
  },
);

Object.assign(acts, { tellLook });
