// The rows of the table twin that are in sight, and the keys that move among them.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { DATA, numberOf, seatOf } from "./data.js";
import { byId, make, short } from "./text.js";
import { apply } from "./scene.js";
import { bringIn } from "./bringin.js";
import { sayCell } from "./cells.js";
import { ROW, SPARE, sayRow, tableOf, twin } from "./tabledata.js";

export function paintRows() {
  if (!twin.table || !twin.now) return;
  const frame = byId("twin-rows"),
    first = Math.max(0, Math.floor(frame.scrollTop / ROW) - SPARE);
  const last = Math.min(twin.rows.length, Math.ceil((frame.scrollTop + frame.clientHeight) / ROW) + SPARE);
  const rows = [];
  for (let place = first; place < last; place += 1) {
    const id = tableOf().id(twin.rows[place]);
    const row = make(
      "div",
      {
        role: "row",
        id: "row" + place,
        "aria-rowindex": place + 2,
        "aria-selected": String(id === here.chosen),
        class: (concerns(id) ? "lit" : "") + (place === twin.active ? " active" : ""),
        click: () => chooseRow(place),
      },
      ...sayRow(twin.rows[place]).map((value, number) =>
        make(
          "div",
          {
            role: "gridcell",
            "aria-colindex": number + 1,
            title: short(sayCell(value), 400),
            class: tableOf().columns[number][3] ? "number" : "",
          },
          short(sayCell(value), 200),
        ),
      ),
    );
    row.style.top = place * ROW + "px";
    rows.push(row);
  }
  byId("twin-body").replaceChildren(...rows);
  if (twin.active >= first && twin.active < last)
    byId("twin-grid").setAttribute("aria-activedescendant", "row" + twin.active);
  else byId("twin-grid").removeAttribute("aria-activedescendant");
}

// Whether a row is about what is chosen, or about a part of it.
function concerns(id) {
  if (!here.chosen) return false;
  if (id === here.chosen) return true;
  const parts = (thing) =>
    thing[0] === "s"
      ? ["p" + seatOf(thing)[0], "m" + seatOf(thing)[1]]
      : thing[0] === "t"
        ? DATA.ties[numberOf(thing)].slice(0, 2).map((person) => "p" + person)
        : [thing];
  return parts(id).includes(here.chosen) || parts(here.chosen).includes(id);
}

function chooseRow(place) {
  twin.active = place;
  const id = tableOf().id(twin.rows[place]);
  if (bringIn(id)) apply();
  acts.choose(id);
}

// Go to the row of what is chosen, if the table has one.
export function markInTwin(id) {
  if (!twin.table) return;
  const place = id ? twin.rows.findIndex((row) => tableOf().id(row) === id) : -1;
  if (place >= 0) moveTo(place);
  else paintRows();
}

function moveTo(place) {
  twin.active = Math.max(0, Math.min(twin.rows.length - 1, place));
  const frame = byId("twin-rows"),
    top = twin.active * ROW,
    room = frame.clientHeight - ROW;
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (top > frame.scrollTop + room - ROW) frame.scrollTop = top - room + ROW;
  paintRows();
}

export function twinKey(event) {
  if (event.target !== byId("twin-grid")) return;
  const page = Math.max(1, Math.floor(byId("twin-rows").clientHeight / ROW) - 2),
    by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[
      event.key
    ];
  if (by) {
    event.preventDefault();
    moveTo(twin.active + by);
  }
  if ((event.key === "Enter" || event.key === " ") && twin.rows.length) {
    event.preventDefault();
    chooseRow(twin.active);
  }
}
