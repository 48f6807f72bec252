// The table twin: what the drawing shows, as rows that are sorted, filtered, copied. Only rows in sight are made.
const ROW = 34,
  SPARE = 6;
const twin = { table: "", sort: 0, down: false, words: "", rows: [], now: null, active: 0, run: 0 };

const tableOf = () => TABLES[twin.table];
const sayRow = (number) => tableOf().columns.map(([, say]) => say(number, twin.now));

function showTable(name) {
  twin.table = TABLES[name] ? name : "";
  const shown = Boolean(twin.table);
  byId("twin").hidden = !shown;
  byId("network").inert = shown;
  byId("tools").hidden = shown;
  byId("legend").classList.toggle("behind", shown);
  byId("mode-table").setAttribute("aria-pressed", String(shown));
  ["affiliation", "company"].forEach((way) =>
    byId("mode-" + way).setAttribute("aria-pressed", String(!shown && way === mode)),
  );
  if (!shown) return;
  document
    .querySelectorAll("#tables button")
    .forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.table === name)));
  byId("twin-words").value = twin.words;
  refreshTwin();
}

// Take the rows that pass, then their order; a newer call ends an older one.
async function refreshTwin() {
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
      : rows.length.toLocaleString("en") + " " + T.of + " " + counted(all.length, T.rowsCount);
  makeHead();
  byId("twin-rows").scrollTop = 0;
  markInTwin(chosen);
}

function makeHead() {
  const columns = tableOf().columns,
    grid = byId("twin-grid");
  grid.style.setProperty(
    "--columns",
    columns.map(([, , share]) => "minmax(" + Math.round(26 + share * 46) + "px, " + share + "fr)").join(" "),
  );
  grid.setAttribute("aria-rowcount", String(twin.rows.length + 1));
  grid.setAttribute("aria-colcount", String(columns.length));
  grid.setAttribute("aria-label", tableOf().title());
  byId("twin-head").replaceChildren(
    ...columns.map(([title], number) => {
      const own = number === twin.sort,
        head = make("div", {
          role: "columnheader",
          "aria-colindex": number + 1,
          "aria-sort": own ? (twin.down ? "descending" : "ascending") : "none",
        });
      head.append(
        make(
          "button",
          { type: "button", click: () => sortTwin(number) },
          title(),
          make("span", { "aria-hidden": "true" }, own ? (twin.down ? " ▼" : " ▲") : ""),
        ),
      );
      return head;
    }),
  );
  byId("twin-body").style.height = twin.rows.length * ROW + "px";
}

function sortTwin(number) {
  twin.down = number === twin.sort ? !twin.down : Boolean(tableOf().columns[number][3]);
  twin.sort = number;
  remember(false);
  refreshTwin().then(() => byId("twin-head").children[number].firstChild.focus());
}

function paintRows() {
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
        "aria-selected": String(id === chosen),
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
  if (!chosen) return false;
  if (id === chosen) return true;
  const parts = (thing) =>
    thing[0] === "s"
      ? ["p" + seatOf(thing)[0], "m" + seatOf(thing)[1]]
      : thing[0] === "t"
        ? DATA.ties[numberOf(thing)].slice(0, 2).map((person) => "p" + person)
        : [thing];
  return parts(id).includes(chosen) || parts(chosen).includes(id);
}

function chooseRow(place) {
  twin.active = place;
  const id = tableOf().id(twin.rows[place]);
  if (bringIn(id)) apply();
  choose(id);
}

// Go to the row of what is chosen, if the table has one.
function markInTwin(id) {
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

function twinKey(event) {
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

// All rows that pass, in the order shown, as lines of cells.
async function wholeTable(cell, between) {
  const lines = [
      tableOf()
        .columns.map(([title]) => cell(title()))
        .join(between),
    ],
    run = twin.run;
  const done = await inSlices(
    twin.rows.length,
    (place) => lines.push(sayRow(twin.rows[place]).map(cell).join(between)),
    () => run === twin.run,
  );
  return done ? lines.join("\n") + "\n" : "";
}

async function saveTable() {
  const name = twin.table,
    text = await wholeTable(csvCell, ",");
  if (text) saveFile(text, "text/csv;charset=utf-8", name + ".csv");
}

async function copyTable() {
  const text = await wholeTable(safeCell, "\t");
  byId("twin-count").textContent =
    text && (await copyText(text)) ? T.copied + " " + counted(twin.rows.length, T.rowsCount) : T.notCopied;
}

function listenTwin() {
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
