// The drawers: one is open at a time; it closes by its button, by Escape, or where another opens.
import { acts } from "./acts.js";
import { byId } from "./text.js";

export const DRAWERS = { ask: "way-from", filters: "since", look: "look-size", notes: "note-text", save: "png" };

// One drawer is open at a time; it closes by its button, by Escape, or where another opens.
export function showDrawer(name) {
  Object.keys(DRAWERS).forEach((one) => {
    byId(one).hidden = one !== name;
    byId("open-" + one).setAttribute("aria-expanded", String(one === name));
  });
  if (name === "filters") acts.tellFilters();
  if (name === "notes") acts.tellNotes();
  if (name) byId(DRAWERS[name]).focus();
}

export const openDrawer = () => Object.keys(DRAWERS).find((name) => !byId(name).hidden) || "";

export function closeDrawer() {
  const open = openDrawer();
  showDrawer("");
  if (open) byId("open-" + open).focus();
}
