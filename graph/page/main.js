// State: what is chosen and which drawing is shown; the buttons and keys that change it.
let chosen = "";

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

// Another drawing: its scene, what is chosen in it, then its nodes in vis; done as soon as it can be used.
async function setMode(next) {
  mode = next;
  stopForces();
  if (ego && !(mode === "affiliation" || ego[0] === "p")) ego = "";
  ["affiliation", "company"].forEach((name) =>
    byId("mode-" + name).setAttribute("aria-pressed", String(!twin.table && name === mode)),
  );
  tellFilters();
  tellTime();
  tellLook();
  if (!(await build())) return;
  moveCamera();
  await breathe();
  showChosen();
  await fillStage();
  refreshTwin();
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
  if (event.key === "Enter" && document.activeElement === byId("network")) choose(nearestToMiddle());
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
  document.addEventListener("keydown", onKey);
  window.addEventListener("popstate", stepped);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) =>
    setTheme(event.matches ? "dark" : "light"),
  );
  window.addEventListener("resize", () => {
    if (turned !== isUpright()) setMode(mode);
  });
}

// Open the page: make its parts one after another, draw, and let the reader in.
async function begin() {
  setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const parts = [
    listenFilters,
    listenTies,
    listenTime,
    listenLook,
    listenNotes,
    listenSave,
    listenTwin,
    listenAsk,
    listenSearch,
    listenLines,
    listen,
  ];
  for (const part of parts) {
    part();
    await breathe();
  }
  await restore();
  document.body.inert = false;
  await indexed();
}

await begin();
