// State: what is chosen and which drawing is shown.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { breathe } from "./slices.js";
import { ANSWERS, exists } from "./data.js";
import { byId } from "./text.js";
import { apply } from "./scene.js";
import { remember, restore } from "./address.js";
import { MOST_BROUGHT_IN, bringIn } from "./bringin.js";
import { showPanel } from "./panel.js";
import { twin } from "./tabledata.js";
import { moveCamera } from "./camera.js";
import { listenTies } from "./counts.js";
import { stopForces } from "./forces.js";
import { indexed, listenSearch } from "./search.js";
import { listenLines } from "./lines.js";
import { listenButtons, setTheme } from "./buttons.js";
import { listenAsk } from "./ask.js";
import { markInTwin } from "./twinrows.js";
import { listenFilters, tellFilters } from "./filterform.js";
import { listenNotes, tellNotes } from "./story.js";
import { spotlight } from "./spotlight.js";
import { listenLook, tellLook } from "./lookform.js";
import { build, fillStage } from "./stage.js";
import { listenTime, tellTime } from "./timeline.js";
import { listenTwin, refreshTwin } from "./twin.js";
import { listenSave } from "./picture.js";
import "./tiepanel.js";
import "./meetingpanel.js";
import "./answerthings.js";
import "./filteraddress.js";
import "./about.js";
import "./inside.js";

function choose(id) {
  here.chosen = exists(id) ? id : "";
  showChosen();
  remember();
}

// What is chosen in one is chosen in all: the drawing, the panel, the tables.
function showChosen() {
  showPanel(here.chosen);
  const wanted = !here.chosen
    ? []
    : ANSWERS[here.chosen[0]]
      ? here.chosen[0] === "k"
        ? []
        : ANSWERS[here.chosen[0]]
            .people(here.chosen)
            .slice(0, MOST_BROUGHT_IN)
            .map((person) => "p" + person)
      : [here.chosen];
  if (wanted.map(bringIn).some(Boolean)) apply();
  spotlight(here.chosen);
  markInTwin(here.chosen);
  tellNotes();
}

// Another drawing: its scene, what is chosen in it, then its nodes in vis; done as soon as it can be used.
async function setMode(next) {
  here.mode = next;
  stopForces();
  if (here.ego && !(here.mode === "affiliation" || here.ego[0] === "p")) here.ego = "";
  ["affiliation", "company"].forEach((name) =>
    byId("mode-" + name).setAttribute("aria-pressed", String(!twin.table && name === here.mode)),
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
  if (!here.chosen || here.chosen[0] === "p") showPanel(here.chosen);
  spotlight(here.chosen);
  refreshTwin();
  remember(step);
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
    listenButtons,
  ];
  for (const part of parts) {
    part();
    await breathe();
  }
  await restore();
  document.body.inert = false;
  await indexed();
}

Object.assign(acts, { choose, refilter, setMode, showChosen });

await begin();
