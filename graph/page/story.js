// The story on the screen: the drawer where notes are written, the card that steps through them, and their numbers in the drawing.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { T, idOfSlug, nameOf } from "./data.js";
import { byId, make, short } from "./text.js";
import { shownSpot } from "./scene.js";
import { saveFile } from "./files.js";
import { xOf, yOf } from "./camera.js";
import {
  LONGEST_NOTE,
  addNote,
  dropNote,
  loadNotes,
  moveNote,
  noteNow,
  notesChanged,
  notesFile,
  showNote,
  story,
} from "./notes.js";

export const BADGE = 9;

// The notes that stand at a node that is shown; several at one node are side by side.
export function badges() {
  return story.notes.flatMap((note, number) => {
    const id = note.about ? idOfSlug(note.about) : "",
      spot = id && shownSpot(id);
    const before = story.notes.slice(0, number).filter((other) => other.about === note.about).length;
    return spot ? [{ spot, number: number + 1, text: note.text, before }] : [];
  });
}
export const badgeSpot = (x, y, r, before = 0) => [
  x + r * 0.8 + BADGE * 0.6 + before * BADGE * 2.1,
  y - r * 0.8 - BADGE * 0.6,
];

export function writeBadges(pen, colour) {
  if (!story.notes.length) return;
  const scale = here.network.getScale();
  badges().forEach(({ spot, number, before }) => {
    const [x, y] = badgeSpot(xOf(spot) * scale, yOf(spot) * scale, spot.size * scale, before).map(
      (value) => value / scale,
    );
    pen.beginPath();
    pen.arc(x, y, BADGE / scale, 0, 7);
    pen.fillStyle = number - 1 === story.at ? colour.meetingName : colour.ink;
    pen.fill();
    pen.font = "700 " + 11 / scale + "px system-ui, sans-serif";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = colour.paper;
    pen.fillText(String(number), x, y);
  });
}

export function tellNotes() {
  const note = noteNow();
  byId("story").hidden = !note;
  byId("note-count").hidden = !story.notes.length;
  byId("note-count").textContent = String(story.notes.length);
  byId("note-about").textContent = here.chosen ? T.noteAbout + " " + nameOf(here.chosen) : T.noteAboutAll;
  byId("note-list").replaceChildren(...story.notes.map(noteItem));
  byId("save-notes").disabled = !story.notes.length;
  if (!note) return;
  byId("story-place").textContent = story.at + 1 + " " + T.of + " " + story.notes.length;
  byId("story-text").textContent = note.text;
  byId("story-back").disabled = story.at === 0;
  byId("story-on").disabled = story.at === story.notes.length - 1;
}

function noteItem(note, number) {
  const button = (text, label, action) =>
    make(
      "button",
      { type: "button", "aria-label": label + " " + (number + 1), title: label, click: action },
      text,
    );
  const area = make("textarea", { rows: 2, "aria-label": T.note + " " + (number + 1) });
  area.value = note.text;
  area.addEventListener("change", () => {
    note.text = area.value.slice(0, LONGEST_NOTE);
    if (note.text.trim()) notesChanged();
    else dropNote(number);
  });
  const id = note.about ? idOfSlug(note.about) : "";
  return make(
    "li",
    {},
    make(
      "div",
      { class: "note-head" },
      button(String(number + 1), T.showNote, () => showNote(number)),
      make("span", { class: "soft" }, id ? short(nameOf(id), 60) : note.about ? T.notHere : T.noteAboutAll),
      button("↑", T.noteUp, () => moveNote(number, -1)),
      button("↓", T.noteDown, () => moveNote(number, 1)),
      button("✕", T.noteDrop, () => dropNote(number)),
    ),
    area,
  );
}

export function listenNotes() {
  byId("note-form").addEventListener("submit", (event) => {
    event.preventDefault();
    addNote(byId("note-text").value);
    byId("note-text").value = "";
  });
  byId("story-back").addEventListener("click", () => showNote(story.at - 1));
  byId("story-on").addEventListener("click", () => showNote(story.at + 1));
  byId("story-end").addEventListener("click", () => {
    story.at = -1;
    notesChanged();
  });
  byId("save-notes").addEventListener("click", () => saveFile(notesFile(), "application/json", "notes.json"));
  byId("load-notes").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (file) loadNotes(file);
    event.target.value = "";
  });
}

Object.assign(acts, { tellNotes });
