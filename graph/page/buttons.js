// The buttons and keys of the page.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { byId } from "./text.js";
import { isUpright } from "./scene.js";
import { goStep, remember, stepped } from "./address.js";
import { fit, nearestToMiddle, zoomBy } from "./camera.js";
import { DRAWERS, closeDrawer, openDrawer, showDrawer } from "./drawers.js";
import { box } from "./search.js";
import { dressAll } from "./looks.js";
import { leaveEgo } from "./around.js";
import { showTable } from "./twin.js";

export function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  if (here.network) dressAll();
}

function onKey(event) {
  const typing = /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName);
  if (event.key === "/" && !typing) {
    event.preventDefault();
    box.focus();
    box.select();
  }
  if (event.key === "Enter" && document.activeElement === byId("network")) acts.choose(nearestToMiddle());
  if (event.key !== "Escape") return;
  if (openDrawer()) closeDrawer();
  else if (here.ego) leaveEgo();
  else acts.choose("");
}

export function listenButtons() {
  const click = (name, action) => byId(name).addEventListener("click", action);
  ["affiliation", "company"].forEach((name) =>
    click("mode-" + name, () => {
      showTable("");
      acts.setMode(name);
      remember();
    }),
  );
  Object.keys(DRAWERS).forEach((name) => {
    click("open-" + name, () => showDrawer(byId(name).hidden ? name : ""));
    click("close-" + name, closeDrawer);
  });
  click("step-back", () => goStep(-1));
  click("step-forward", () => goStep(1));
  click("home", () => acts.choose(""));
  click("about", () => acts.choose("i0"));
  click("closer", () => zoomBy(1.35));
  click("farther", () => zoomBy(1 / 1.35));
  click("fit", () => (here.ego ? leaveEgo() : fit()));
  click("leave-ego", leaveEgo);
  click("theme", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  document.addEventListener("keydown", onKey);
  window.addEventListener("popstate", stepped);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) =>
    setTheme(event.matches ? "dark" : "light"),
  );
  window.addEventListener("resize", () => {
    if (here.turned !== isUpright()) acts.setMode(here.mode);
  });
}
