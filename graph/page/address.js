// The address: the drawing, what is chosen, and what parts of the page keep there by name, so that a link restores it:
// #company/p:cai-qi?table=people&since=2023
import { here } from "./here.js";
import { acts } from "./acts.js";
import { decoded, idOfSlug, slugOf } from "./data.js";
import { byId } from "./text.js";
import { apply } from "./scene.js";

export const kept = new Map();

// Keep a text in the address: `read` tells it ("" where there is nothing to keep), `write` takes it back ("" where there is none).
export function keepInAddress(name, read, write) {
  kept.set(name, { read, write });
}

function addressOf(id) {
  const parts = [...kept].map(([name, { read }]) => [name, read()]).filter(([, text]) => text);
  return (
    "#" +
    here.mode +
    (id ? "/" + slugOf(id) : "") +
    (parts.length ? "?" + parts.map(([name, text]) => name + "=" + encodeURIComponent(text)).join("&") : "")
  );
}

function readAddress() {
  const [way, query = ""] = location.hash.slice(1).split("?"),
    [wanted, ...slug] = way.split("/");
  const parts = new Map(
    query
      .split("&")
      .filter(Boolean)
      .map((part) => part.split("="))
      .map(([name, text = ""]) => [name, decoded(text)]),
  );
  kept.forEach(({ write }, name) => write(parts.get(name) || ""));
  return [wanted === "company" ? "company" : "affiliation", slug.length ? idOfSlug(slug.join("/")) : ""];
}

// The steps that were taken in this page: a frame without an address of its own cannot write them into the browser's history.
const trail = [],
  steps = { at: 0, last: 0 };
let framed = false;

// A small change of the same thing (a word typed into a filter) replaces the step: `step` false.
export function remember(step = true) {
  const hash = addressOf(here.chosen);
  if (!framed && location.hash !== hash) {
    try {
      if (step) history.pushState({ step: steps.at + 1 }, "", hash);
      else history.replaceState({ step: steps.at }, "", hash);
      if (step) {
        steps.at += 1;
        steps.last = steps.at;
      }
    } catch (error) {
      if (error.name !== "SecurityError") throw error;
      framed = true;
    }
  }
  if (framed && step && trail[steps.at] !== here.chosen) {
    if (!trail.length) trail.push("");
    trail.length = steps.at + 1;
    trail.push(here.chosen);
    steps.at = steps.last = trail.length - 1;
  }
  tellSteps();
}

export function goStep(by) {
  if (!framed) {
    history.go(by);
    return;
  }
  steps.at = Math.max(0, Math.min(steps.last, steps.at + by));
  here.chosen = trail[steps.at];
  acts.showChosen();
  tellSteps();
}

export function stepped(event) {
  steps.at = (event.state && event.state.step) || 0;
  restore();
}

export async function restore() {
  const [next, id] = readAddress();
  here.chosen = id;
  tellSteps();
  if (!here.network || next !== here.mode) {
    await acts.setMode(next);
    return;
  }
  acts.tellFilters();
  acts.tellTime();
  acts.tellLook();
  apply();
  acts.refreshTwin();
  acts.moveCamera();
  acts.showChosen();
}

function tellSteps() {
  byId("step-back").disabled = steps.at === 0;
  byId("step-forward").disabled = steps.at >= steps.last;
}

Object.assign(acts, { addressOf });
