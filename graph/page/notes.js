// Notes: numbered remarks on people, meetings, bodies and ties that step through a story. A note keeps what it is about and how the page
// stood when it was written: the drawing, the filters, the looks. They live in the address, and in a small JSON file.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { T, decoded, idOfSlug, slugOf } from "./data.js";
import { byId, counted } from "./text.js";
import { shownSpot } from "./scene.js";
import { keepInAddress, kept, remember } from "./address.js";
import { fit, lookAt } from "./camera.js";

const MOST_NOTES = 60,
  LONGEST_NOTE = 2000;
export const story = { notes: [], at: -1 };

// The note now shown, or null.
export const noteNow = () => story.notes[story.at] || null;

// The address without what belongs to the story itself, the camera or the table.
function viewNow() {
  return [...kept]
    .filter(([name]) => !["notes", "step", "at", "table"].includes(name))
    .map(([name, { read }]) => [name, read()])
    .filter(([, text]) => text)
    .map(([name, text]) => name + "=" + encodeURIComponent(text))
    .join("&");
}

export function addNote(text) {
  if (!text.trim() || story.notes.length >= MOST_NOTES) return;
  story.notes.push({
    about: here.chosen ? slugOf(here.chosen) : "",
    text: text.trim().slice(0, LONGEST_NOTE),
    mode: here.mode,
    view: viewNow(),
  });
  story.at = story.notes.length - 1;
  notesChanged();
}

export function moveNote(number, by) {
  const to = number + by;
  if (to < 0 || to >= story.notes.length) return;
  [story.notes[number], story.notes[to]] = [story.notes[to], story.notes[number]];
  story.at = to;
  notesChanged();
}

export function dropNote(number) {
  story.notes.splice(number, 1);
  story.at = Math.min(story.at, story.notes.length - 1);
  notesChanged();
}

export function notesChanged() {
  acts.tellNotes();
  remember(false);
  acts.redrawSoon();
}

// Go to a note: the page as it stood, with what the note is about chosen and in the middle.
export async function showNote(number) {
  if (!story.notes[number]) return;
  story.at = number;
  const { about, mode: wanted, view } = story.notes[number],
    id = about ? idOfSlug(about) : "";
  const parts = new Map(
    view
      .split("&")
      .filter(Boolean)
      .map((part) => part.split("="))
      .map(([name, text = ""]) => [name, decoded(text)]),
  );
  kept.forEach(({ write }, name) => {
    if (!["notes", "step", "at", "table"].includes(name)) write(parts.get(name) || "");
  });
  acts.showTable("");
  if (wanted !== here.mode && (wanted === "company" || wanted === "affiliation")) await acts.setMode(wanted);
  else acts.refilter(false);
  acts.choose(id);
  const spot = id && shownSpot(id);
  if (spot) lookAt(spot, 0.75);
  else fit();
  acts.tellNotes();
}

// Notes that somebody wrote into a file or an address: read as what they are, texts; anything else is left out.
function notesFrom(value) {
  const rows = value && Array.isArray(value.notes) ? value.notes : Array.isArray(value) ? value : null;
  if (!rows) return null;
  const text = (part) => (typeof part === "string" ? part : "");
  return rows
    .filter((row) => row && typeof row === "object" && text(row.text).trim())
    .slice(0, MOST_NOTES)
    .map((row) => ({
      about: text(row.about).slice(0, 400),
      text: text(row.text).slice(0, LONGEST_NOTE),
      mode: row.mode === "company" ? "company" : "affiliation",
      view: text(row.view).slice(0, 4000),
    }));
}

export const notesFile = () =>
  JSON.stringify({ sederunt: "notes", title: document.title, notes: story.notes }, null, 1) + "\n";

export async function loadNotes(file) {
  let value = null;
  try {
    value = file.size < 2e6 ? notesFrom(JSON.parse(await file.text())) : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  byId("notes-said").textContent = value ? counted(value.length, T.notesCount) : T.noNotesFile;
  if (!value) return;
  story.notes = value;
  story.at = value.length ? 0 : -1;
  notesChanged();
  if (value.length) showNote(0);
}

// In the address: the notes as JSON, and the step of the story.
keepInAddress(
  "notes",
  () =>
    story.notes.length
      ? JSON.stringify(story.notes.map((note) => [note.about, note.text, note.mode, note.view]))
      : "",
  (text) => {
    let rows = [];
    try {
      rows = text ? JSON.parse(text) : [];
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    const fresh = notesFrom(
      (Array.isArray(rows) ? rows : []).map((row) =>
        Array.isArray(row) ? { about: row[0], text: row[1], mode: row[2], view: row[3] } : null,
      ),
    );
    story.notes = fresh || [];
  },
);
keepInAddress(
  "step",
  () => (noteNow() ? String(story.at + 1) : ""),
  (text) => {
    story.at = story.notes[Number(text) - 1] ? Number(text) - 1 : -1;
  },
);

export { LONGEST_NOTE };
