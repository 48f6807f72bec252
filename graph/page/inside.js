// For tests and for those who look inside: where a node stands on the screen, what is drawn, what is chosen, what is measured.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { DATA } from "./data.js";
import { changed } from "./filters.js";
import { measure } from "./measures.js";
import { byId } from "./text.js";
import { apply, scene } from "./scene.js";
import { communityOf } from "./communities.js";
import { bringIn } from "./bringin.js";
import { tableOf, twin } from "./tabledata.js";
import { xOf, yOf } from "./camera.js";
import { modularityOf } from "./modularity.js";
import { moreThanChance } from "./chance.js";
import { missingFrom, sharedMeetings, wayBetween } from "./questions.js";
import { inSight } from "./lines.js";
import { groundsNow } from "./grounds.js";
import { outlinesNow } from "./outlines.js";
import { focusOn } from "./around.js";
import { picture, pictureSvg } from "./picture.js";
import { placeNames } from "./labels.js";

window.sederunt = {
  questions: { wayBetween, sharedMeetings, missingFrom },
  where: (id) => here.network.canvasToDOM(here.network.getPosition(id)),
  choose: (id) => acts.choose(id),
  focus: focusOn,
  bringIn: (id) => bringIn(id) && apply(),
  nodes: () => scene.shown.map((spot) => spot.id).sort(),
  edges: () => scene.lines.filter((line) => line.shown).map((line) => line.id),
  fills: () => Object.fromEntries(scene.shown.map((spot) => [spot.id, spot.fill])),
  styles: () => scene.lines.filter((line) => line.shown).map(({ from, to, style }) => [from.id, to.id, ...style]),
  grounds: () =>
    groundsNow().map(({ group, hull, fill }) => ({ group, fill, hull: hull.map((spot) => [xOf(spot), yOf(spot)]) })),
  sizes: () => Object.fromEntries(scene.shown.map((spot) => [spot.id, spot.size / scene.grow])),
  mode: () => here.mode,
  chosen: () => here.chosen,
  made: () => scene.made,
  rows: () => twin.rows.map((row) => tableOf().id(row)),
  scale: () => here.network.getScale(),
  pan: (x, y) => here.network.moveTo({ position: { x, y }, animation: false }),
  picture,
  pictureSvg,
  names: () =>
    placeNames(byId("network").querySelector("canvas").getContext("2d"), inSight().low, inSight().high),
  outlines: () =>
    outlinesNow().map(({ body, spots, bones, fields }) => {
      const at = (spot) => [xOf(spot), yOf(spot)];
      return {
        body,
        members: spots.map((spot) => spot.id),
        bones: bones.map(([a, b, wide]) => [...at(a), ...at(b), wide]),
        fields: fields.map((field) => field.map(at)),
      };
    }),
  spot: (id) => [xOf(scene.spots.get(id)), yOf(scene.spots.get(id))],
  narrow: (values) => {
    const sets = Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? new Set(value) : value,
    ]);
    changed(Object.fromEntries(sets));
    acts.refilter();
  },
  measured: async (name) => Array.from(await (name === "community" ? communityOf() : measure(name))),
  modularity: async () => modularityOf(await communityOf()),
  validated: () =>
    DATA.ties
      .filter((_, number) => moreThanChance(number))
      .map((tie) => tie.slice(0, 2).map((person) => DATA.people[person].id)),
};
