// State: what is chosen and which drawing is shown.
let chosen = "";
const byId = (name) => document.getElementById(name);

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
      ? ANSWERS[chosen[0]]
          .people(chosen)
          .slice(0, MOST_BROUGHT_IN)
          .map((person) => "p" + person)
      : [chosen];
  if (wanted.map(bringIn).some(Boolean)) draw(false);
  spotlight(chosen);
  markInTwin(chosen);
}

function setMode(next) {
  mode = next;
  if (ego && !(mode === "affiliation" || ego[0] === "p")) ego = "";
  ["affiliation", "company"].forEach((name) =>
    byId("mode-" + name).setAttribute("aria-pressed", String(!twin.table && name === mode)),
  );
  draw(true);
}

function refilter() {
  readFilters();
  const active = filtersActive();
  byId("filter-count").hidden = !active;
  byId("filter-count").textContent = String(active);
  draw(false);
}

function showFilters(show) {
  byId("filters").hidden = !show;
  if (show) showAsk(false);
  byId("open-filters").setAttribute("aria-expanded", String(show));
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  if (network) draw(false);
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
  click("step-back", () => goStep(-1));
  click("step-forward", () => goStep(1));
  click("home", () => choose(""));
  click("about", () => choose("i0"));
  listenTwin();
  listenAsk();
  click("open-filters", () => showFilters(byId("filters").hidden));
  click("reset-filters", () => {
    byId("filters").reset();
    refilter();
    fit();
  });
  byId("filters").addEventListener("input", refilter);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });
  click("closer", () => zoom(1.35));
  click("farther", () => zoom(1 / 1.35));
  click("fit", () => {
    if (ego) leaveEgo();
    else fit();
  });
  click("leave-ego", leaveEgo);
  click("theme", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  click("png", () => make("a", { href: picture(), download: "network.png" }).click());
  document.addEventListener("keydown", (event) => {
    const typing = /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) {
      event.preventDefault();
      box.focus();
      box.select();
    }
    if (event.key === "Escape") {
      if (!byId("ask").hidden) {
        showAsk(false);
        byId("open-ask").focus();
      } else if (!byId("filters").hidden) {
        showFilters(false);
        byId("open-filters").focus();
      } else if (ego) leaveEgo();
      else choose("");
    }
  });
  window.addEventListener("popstate", stepped);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) =>
    setTheme(event.matches ? "dark" : "light"),
  );
  let upright = turned;
  window.addEventListener("resize", () => {
    const stage = byId("network");
    if (upright !== stage.clientHeight > stage.clientWidth * 1.15) {
      draw(true);
      upright = turned;
    }
  });
}

makeRoleTicks();
byId("chance").hidden = !DATA.ties.some((tie) => tie[5] !== null);
tellAlpha();
setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
listen();
restore();
// For tests and for those who look inside: where a node stands on the screen, what is drawn, what is chosen.
window.sederunt = {
  questions: { wayBetween, sharedMeetings, missingFrom },
  where: (id) => network.canvasToDOM(network.getPosition(id)),
  choose,
  focus: focusOn,
  bringIn: (id) => bringIn(id) && draw(false),
  nodes: () => nodes.getIds(),
  edges: () => edges.getIds(),
  mode: () => mode,
  chosen: () => chosen,
  rows: () => twin.rows.map((row) => tableOf().id(row)),
  scale: () => network.getScale(),
  picture,
  validated: () =>
    DATA.ties
      .filter((_, number) => tiePasses(number))
      .map((tie) => tie.slice(0, 2).map((person) => DATA.people[person].id)),
};
