// What surrounds the chosen thing, one step or more, in the drawing.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { T } from "./data.js";
import { counted, make } from "./text.js";
import { apply } from "./scene.js";
import { remember } from "./address.js";
import { bringIn } from "./bringin.js";
import { showPanel } from "./panel.js";
import { fit } from "./camera.js";
import { askAbout } from "./ask.js";
import { spotlight } from "./spotlight.js";

function aroundButtons(id) {
  if (!"pmb".includes(id[0]) || (here.mode === "company" && id[0] !== "p")) return null;
  const button = (far) =>
    make(
      "button",
      {
        type: "button",
        "aria-pressed": String(here.ego === id && here.depth === far),
        "aria-label": counted(far, T.stepsCount),
        click: () => {
          acts.showTable("");
          focusOn(id, far);
        },
      },
      String(far),
    );
  return make(
    "p",
    { class: "around" },
    T.neighbourhood + " ",
    ...[1, 2, 3].map(button),
    T.stepsCount[1],
    id[0] === "p" ? make("button", { type: "button", click: () => askAbout(id) }, T.ask) : null,
  );
}

export function focusOn(id, far = 1) {
  here.ego = id;
  here.depth = far;
  bringIn(id);
  apply();
  fit();
  acts.choose(id);
}

export function leaveEgo() {
  here.ego = "";
  apply();
  fit();
  showPanel(here.chosen);
  spotlight(here.chosen);
  remember();
}

Object.assign(acts, { aroundButtons });
