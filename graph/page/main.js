// State: what is chosen and which drawing is shown; the buttons and keys that change it.
let chosen = "";
const DRAWERS = { ask: "way-from", filters: "since", look: "look-size", notes: "note-text", save: "png" };

function choose(id) {
  chosen = exists(id) ? id : "";
  showChosen();
  remember();
}

// What is chosen in one is chosen in all: the drawing, the panel, the tables.
function showChosen() {
  showPanel(chosen);
  const wanted = !chosen
    ? []
    : ANSWERS[chosen[0]]
      ? chosen[0] === "k"
        ? []
        : ANSWERS[chosen[0]]
            .people(chosen)
            .slice(0, MOST_BROUGHT_IN)
            .map((person) => "p" + person)
      : [chosen];
  if (wanted.map(bringIn).some(Boolean)) apply();
  spotlight(chosen);
  markInTwin(chosen);
  tellNotes();
}

function setMode(next) {
  mode = next;
  stopForces();
  if (ego && !(mode === "affiliation" || ego[0] === "p")) ego = "";
  ["affiliation", "company"].forEach((name) =>
    byId("mode-" + name).setAttribute("aria-pressed", String(!twin.table && name === mode)),
  );
  tellFilters();
  tellTime();
  tellLook();
  return build().then(() => refreshTwin());
}

// The filters have changed: let everything follow. A small change of the same filter is no step of its own.
function refilter(step = true) {
  tellFilters();
  tellTime();
  tellLook();
  apply();
  if (!chosen || chosen[0] === "p") showPanel(chosen);
  spotlight(chosen);
  refreshTwin();
  remember(step);
}

// One drawer is open at a time; it closes by its button, by Escape, or where another opens.
function showDrawer(name) {
  Object.keys(DRAWERS).forEach((one) => {
    byId(one).hidden = one !== name;
    byId("open-" + one).setAttribute("aria-expanded", String(one === name));
  });
  if (name === "filters") tellFilters();
  if (name === "notes") tellNotes();
  if (name) byId(DRAWERS[name]).focus();
}

const openDrawer = () => Object.keys(DRAWERS).find((name) => !byId(name).hidden) || "";

function closeDrawer() {
  const open = openDrawer();
  showDrawer("");
  if (open) byId("open-" + open).focus();
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  if (network) dressAll();
}

function onKey(event) {
  const typing = /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName);
  if (event.key === "/" && !typing) {
    event.preventDefault();
    box.focus();
    box.select();
  }
  if (event.key !== "Escape") return;
  if (openDrawer()) closeDrawer();
  else if (ego) leaveEgo();
  else choose("");
}

function listen() {
  const click = (name, action) => byId(name).addEventListener("click", action);
  ["affiliation", "company"].forEach((name) =>
    click("mode-" + name, () => {
      showTable("");
      setMode(name);
      showChosen();
      remember();
    }),
  );
  Object.keys(DRAWERS).forEach((name) => {
    click("open-" + name, () => showDrawer(byId(name).hidden ? name : ""));
    click("close-" + name, closeDrawer);
  });
  click("step-back", () => goStep(-1));
  click("step-forward", () => goStep(1));
  click("home", () => choose(""));
  click("about", () => choose("i0"));
  click("closer", () => zoomBy(1.35));
  click("farther", () => zoomBy(1 / 1.35));
  click("fit", () => (ego ? leaveEgo() : fit()));
  click("leave-ego", leaveEgo);
  click("theme", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  [
    listenFilters,
    listenTime,
    listenLook,
    listenNotes,
    listenSave,
    listenTwin,
    listenAsk,
    listenLines,
  ].forEach((each) => each());
  document.addEventListener("keydown", onKey);
  window.addEventListener("popstate", stepped);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) =>
    setTheme(event.matches ? "dark" : "light"),
  );
  window.addEventListener("resize", () => {
    const stage = byId("network");
    if (turned !== stage.clientHeight > stage.clientWidth * 1.15) build();
  });
}

setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
listen();
restore();
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
    makeOutlines().map(({ body, spots }) => ({
      body,
      members: spots.map((spot) => spot.id),
      points: hullOf(spots),
    })),
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
