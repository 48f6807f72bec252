// Elements are made of text nodes only: nothing that comes from a document is ever read as markup.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([key, value]) => {
    if (key === "click") element.addEventListener("click", value);
    else element.setAttribute(key, value);
  });
  children.flat().forEach((child) => {
    if (child !== null && child !== undefined) element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  });
  return element;
}

// A sentence with the printed names marked.
function marked(text, names) {
  const out = document.createDocumentFragment();
  let at = 0;
  const spots = names.filter(Boolean).map((name) => [text.indexOf(name), name]).filter(([start]) => start >= 0).sort((a, b) => a[0] - b[0]);
  spots.forEach(([start, name]) => {
    if (start < at) return;
    out.append(text.slice(at, start), make("mark", {}, name));
    at = start + name.length;
  });
  out.append(text.slice(at));
  return out;
}

function quote(number, names, rule) {
  const [path, , , text] = DATA.quotes[number];
  const source = DATA.documents[path] || {};
  const tail = [path, source.source, source.date].filter(Boolean).join(" · ") + (rule ? " · " + T.rule + " " + rule : "");
  return make("blockquote", {}, marked(text, [].concat(names)), make("footer", {}, tail));
}

function link(id, text) {
  return make("a", { href: "#" + mode + "/" + slugOf(id), click: (event) => { event.preventDefault(); choose(id); } }, text || nameOf(id));
}

// The sentence of a statement, and where it only says "he" or "Mr. Lark" the one that names the person too.
function proof(row) {
  const name = DATA.people[row[0]].name;
  return row[7] >= 0 ? [quote(row[4], row[5], row[6]), quote(row[7], [name, ...DATA.people[row[0]].aliases], T.namedBy)] : [quote(row[4], row[5], row[6])];
}

function more(count) {
  return count > 0 ? [make("span", { class: "role" }, "… " + count + " " + T.more)] : [];
}

function short(text, length) {
  return text.length > length ? text.slice(0, length - 1).trimEnd() + "…" : text;
}
