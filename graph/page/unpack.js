// The data stand in the page as deflated lines of JSON in base64 (graph/packed.py). All three steps are done in pieces: the page answers in
// between.
import { breathe, inSlices } from "./slices.js";

const PIECE = 1 << 18; // letters, a number that four divides

export async function unpacked(element) {
  const data = {},
    decoder = new TextDecoder(),
    inflated = inflating(element.textContent).getReader();
  element.remove();
  let left = "";
  for (let part = await inflated.read(); !part.done; part = await inflated.read()) {
    const lines = (left + decoder.decode(part.value, { stream: true })).split("\n");
    left = lines.pop();
    await inSlices(
      lines.length,
      (number) => takeLine(data, lines[number]),
      () => true,
      1,
    );
    await breathe();
  }
  takeLine(data, left + decoder.decode());
  return data;
}

// The bytes of the JSON, as a stream.
function inflating(letters) {
  let at = 0;
  const deflated = new ReadableStream({
    async pull(into) {
      await breathe();
      if (at < letters.length) into.enqueue(bytesOf(letters.slice(at, at + PIECE)));
      else into.close();
      at += PIECE;
    },
  });
  return deflated.pipeThrough(new DecompressionStream("deflate"));
}

function bytesOf(letters) {
  const text = atob(letters),
    bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

// A line is [key, value], or [key, columns, fields] of a list; a long list comes in several.
function takeLine(data, line) {
  if (!line) return;
  const [key, value, fields] = JSON.parse(line),
    rows = fields ? rowsOf(value, fields) : value;
  if (data[key]) rows.forEach((row) => data[key].push(row));
  else data[key] = rows;
}

// The rows of these columns, or, where the columns have names, a thing for each row.
function rowsOf(columns, fields) {
  return columns[0].map((_, at) => {
    const row = columns.map((column) => column[at]);
    return fields.length ? Object.fromEntries(fields.map((field, number) => [field, row[number]])) : row;
  });
}
