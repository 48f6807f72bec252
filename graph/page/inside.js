// For tests and for those who look inside: where a node stands on the screen, what is drawn, what is chosen, what is measured.
window.sederunt = {
  questions: { wayBetween, sharedMeetings, missingFrom },
  where: (id) => network.canvasToDOM(network.getPosition(id)),
  choose,
  focus: focusOn,
  bringIn: (id) => bringIn(id) && apply(),
  nodes: () => scene.shown.map((spot) => spot.id).sort(),
  edges: () => scene.lines.filter((line) => line.shown).map((line) => line.id),
  fills: () => Object.fromEntries(scene.shown.map((spot) => [spot.id, spot.fill])),
  styles: () => scene.lines.filter((line) => line.shown).map(({ from, to, style }) => [from.id, to.id, ...style]),
  grounds: () =>
    groundsNow().map(({ group, hull, fill }) => ({ group, fill, hull: hull.map((spot) => [xOf(spot), yOf(spot)]) })),
  sizes: () => Object.fromEntries(scene.shown.map((spot) => [spot.id, spot.size / scene.grow])),
  mode: () => mode,
  chosen: () => chosen,
  made: () => scene.made,
  rows: () => twin.rows.map((row) => tableOf().id(row)),
  scale: () => network.getScale(),
  pan: (x, y) => network.moveTo({ position: { x, y }, animation: false }),
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
    refilter();
  },
  measured: async (name) => Array.from(await (name === "community" ? communityOf() : measure(name))),
  modularity: async () => modularityOf(await communityOf()),
  validated: () =>
    DATA.ties
      .filter((_, number) => moreThanChance(number))
      .map((tie) => tie.slice(0, 2).map((person) => DATA.people[person].id)),
};
