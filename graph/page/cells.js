// What a value of a table says in its cell, on the page, in a copy and in a CSV file.
export const sayCell = (value) =>
  value === null || value === undefined
    ? ""
    : String(value)
        .replace(/[\s\0]+/g, " ")
        .trim();

// As in the tables of the build: text that a spreadsheet would take for a formula gets an apostrophe in front.
export const safeCell = (value) =>
  (typeof value !== "number" && /^'*[=+\-@]/.test(sayCell(value)) ? "'" : "") + sayCell(value);
export const csvCell = (value) =>
  /[",;]/.test(safeCell(value)) ? '"' + safeCell(value).replaceAll('"', '""') + '"' : safeCell(value);
