// The table twin: what the drawing shows, as rows that are sorted, filtered, copied. Only rows in sight are made.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { inOrderOf, inSlices } from "./slices.js";
import { T } from "./data.js";
import { byId, counted, make } from "./text.js";
import { keepInAddress, remember } from "./address.js";
import { sayCell } from "./cells.js";
import { TABLES, tableOf, twin, underFilters } from "./tabledata.js";
import { makeHead } from "./twinhead.js";
import { copyTable, saveTable } from "./twinout.js";
import { plain } from "./search.js";
import { markInTwin, paintRows, twinKey } from "./twinrows.js";

export function showTable(name) {
  twin.table = TABLES[name] ? name : "";
  const shown = Boolean(twin.table);
  byId("twin").hidden = !shown;
  byId("network").inert = shown;
  byId("tools").hidden = shown;
  byId("legend").classList.toggle("behind", shown);
  byId("mode-table").setAttribute("aria-pressed", String(shown));
  ["affiliation", "company"].forEach((way) =>
    byId("mode-" + way).setAttribute("aria-pressed", String(!shown && way === here.mode)),
  );
  if (!shown) return;
  document
    .querySelectorAll("#tables button")
    .forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.table === name)));
  byId("twin-words").value = twin.words;
  refreshTwin();
}

// Take the rows that pass, then their order; a newer call ends an older one.
export async function refreshTwin() {
  if (!twin.table) return;
  const run = (twin.run += 1),
    wanted = () => run === twin.run,
    columns = tableOf().columns;
  byId("twin").setAttribute("aria-busy", "true");
  const now = await underFilters();
  if (!wanted()) return;
  const words = plain(twin.words).split(/\s+/).filter(Boolean),
    all = tableOf().rows(now),
    rows = [],
    keys = [];
  const column = columns[twin.sort] || columns[0],
    numbers = Boolean(column[3]);
  const done = await inSlices(
    all.length,
    (place) => {
      if (words.length) {
        const text = plain(columns.map(([, say]) => sayCell(say(all[place], now))).join(" | "));
        if (!words.every((word) => text.includes(word))) return;
      }
      const value = column[1](all[place], now);
      rows.push(all[place]);
      keys.push(numbers ? value || 0 : plain(value ? sayCell(value) : "\uffff"));
    },
    wanted,
  );
  if (!done) return;
  Object.assign(twin, {
    now,
    rows: Array.from(inOrderOf(keys, twin.down), (place) => rows[place]),
    active: 0,
  });
  byId("twin").setAttribute("aria-busy", "false");
  byId("twin-count").textContent =
    rows.length === all.length
      ? counted(rows.length, T.rowsCount)
      : rows.length.toLocaleString(T.language) + " " + T.of + " " + counted(all.length, T.rowsCount);
  makeHead();
  byId("twin-rows").scrollTop = 0;
  markInTwin(here.chosen);
}

export function listenTwin() {
  byId("tables").append(
    ...Object.entries(TABLES).map(([name, table]) =>
      make(
        "button",
        {
          type: "button",
          "data-table": name,
          click: () => {
            Object.assign(twin, { sort: 0, down: false });
            showTable(name);
            remember();
          },
        },
        table.title(),
      ),
    ),
  );
  byId("mode-table").addEventListener("click", () => {
    showTable(twin.table || "people");
    remember();
  });
  byId("twin-words").addEventListener("input", (event) => {
    twin.words = event.target.value;
    refreshTwin();
  });
  byId("twin-words").addEventListener("change", () => remember(false));
  byId("twin-rows").addEventListener("scroll", paintRows);
  byId("twin-grid").addEventListener("keydown", twinKey);
  byId("twin-copy").addEventListener("click", copyTable);
  byId("twin-csv").addEventListener("click", saveTable);
  window.addEventListener("resize", paintRows);
}

// In the address: the table, the column that it is sorted by (-3: downwards), the words that filter it.
keepInAddress(
  "table",
  () => (twin.table ? [twin.table, (twin.down ? "-" : "") + (twin.sort + 1), twin.words].join("~") : ""),
  (text) => {
    const [name, sort = "1", ...words] = text.split("~");
    Object.assign(twin, {
      sort: Math.max(0, Math.abs(Number(sort) || 1) - 1),
      down: sort.startsWith("-"),
      words: words.join("~"),
    });
    showTable(name);
  },
);

Object.assign(acts, { refreshTwin, showTable });
