// Text and elements: how what a document says becomes part of the page.
import { acts } from "./acts.js";
import { DATA, T, grouped, nameOf } from "./data.js";

export const byId = (name) => document.getElementById(name);

// Elements are made of text nodes only: nothing that comes from a document is ever read as markup.
export function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (key === "click") element.addEventListener("click", value);
    else element.setAttribute(key, value);
  });
  children.flat(3).forEach((child) => {
    if (child !== null && child !== undefined && child !== "")
      element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  });
  return element;
}

export const small = (...children) => make("span", { class: "soft" }, ...children);

export function counted(number, forms) {
  return number.toLocaleString(T.language) + " " + (number === 1 ? forms[0] : forms[1]);
}

// Where a printed form stands in a sentence, as whole words: "Lu Jian" is not in "Lu Jianbai", nor "He" in "Health".
export function spotOf(text, name) {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  if (!words[0]) return null;
  const letter = /[\p{L}\p{N}]/u;
  const before = letter.test(name.trim()[0]) ? "(?<![\\p{L}\\p{N}])" : "",
    after = letter.test(name.trim().slice(-1)) ? "(?![\\p{L}\\p{N}])" : "";
  const found = new RegExp(before + words.join("\\s+") + after, "u").exec(text);
  return found && [found.index, found.index + found[0].length];
}

// A sentence with the printed names marked.
export function marked(text, names) {
  const out = document.createDocumentFragment();
  let at = 0;
  const spots = [...new Set(names)]
    .filter(Boolean)
    .map((name) => spotOf(text, name))
    .filter(Boolean);
  spots
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
    .forEach(([start, end]) => {
      if (start < at) return;
      out.append(text.slice(at, start), make("mark", {}, text.slice(start, end)));
      at = end;
    });
  out.append(text.slice(at));
  return out;
}

// A sentence with its source: file, outlet, page date, and the rules that read it.
export function quote(number, names, rules, remark) {
  const [path, , , text] = DATA.quotes[number],
    source = DATA.documents[path] || {};
  const said = [
    source.source,
    source.date ? T.pageDate + " " + sayDate(source.date) : "",
    rules.length ? T.rule + " " + [...new Set(rules)].join(", ") : "",
  ];
  return make(
    "blockquote",
    {},
    marked(text, names),
    make(
      "footer",
      {},
      remark ? remark + " · " : "",
      acts.reportLink(path),
      ...said.filter(Boolean).map((part) => " · " + part),
    ),
  );
}

// One quotation for each sentence; where it only says "he" or "Mr. Lark", the one that names the person too.
export function proofs(rows) {
  return [...grouped(rows, (row) => row[4] + ":" + row[7])].flatMap(([, own]) => {
    const person = DATA.people[own[0][0]],
      before = own[0][7];
    const said = quote(
      own[0][4],
      own.map((row) => row[5]),
      own.map((row) => row[6]),
    );
    return before < 0 ? [said] : [said, quote(before, [person.name, ...person.aliases], [], T.namedBy)];
  });
}

export function link(id, text) {
  return make(
    "a",
    {
      href: acts.addressOf(id),
      class: "to " + id[0],
      click: (event) => {
        event.preventDefault();
        acts.choose(id);
      },
    },
    text || nameOf(id),
  );
}

export function sayDate(date) {
  if (!date) return T.noDate;
  return date.startsWith("XXXX") ? date.slice(5) + " (" + T.yearUnknown + ")" : date.replace("/", " – ");
}

export function short(text, length) {
  const letters = [...text];
  return letters.length > length
    ? letters
        .slice(0, length - 1)
        .join("")
        .trimEnd() + "…"
    : text;
}

export const sayNumber = (value) =>
  Number.isInteger(value)
    ? value.toLocaleString(T.language)
    : value.toLocaleString(T.language, { maximumSignificantDigits: 3 });
