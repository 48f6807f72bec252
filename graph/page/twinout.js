// The table as text: copied, or saved as CSV.
import { inSlices } from "./slices.js";
import { T } from "./data.js";
import { byId, counted } from "./text.js";
import { copyText, saveFile } from "./files.js";
import { csvCell, safeCell } from "./cells.js";
import { sayRow, tableOf, twin } from "./tabledata.js";

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

export async function saveTable() {
  const name = twin.table,
    text = await wholeTable(csvCell, ",");
  if (text) saveFile(text, "text/csv;charset=utf-8", name + ".csv");
}

export async function copyTable() {
  const text = await wholeTable(safeCell, "\t");
  byId("twin-count").textContent =
    text && (await copyText(text)) ? T.copied + " " + counted(twin.rows.length, T.rowsCount) : T.notCopied;
}
