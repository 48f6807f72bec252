// The drawers: one is open at a time; it closes by its button, by Escape, or where another opens.
const DRAWERS = { ask: "way-from", filters: "since", look: "look-size", notes: "note-text", save: "png" };

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
