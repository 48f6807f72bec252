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

// A sentence with the printed name marked.
function marked(text, name) {
  const out = document.createDocumentFragment();
  const found = name ? text.indexOf(name) : -1;
  if (found < 0) {
    out.append(text);
    return out;
  }
  out.append(text.slice(0, found), make("mark", {}, name), text.slice(found + name.length));
  return out;
}

function quote(number, name, rule) {
  const [path, , , text] = DATA.quotes[number];
  const source = DATA.documents[path] || {};
  const tail = [path, source.source, source.date].filter(Boolean).join(" · ") + (rule ? " · " + T.rule + " " + rule : "");
  return make("blockquote", {}, marked(text, name), make("footer", {}, tail));
}

function link(id, text) {
  return make("a", { href: "#" + id, click: (event) => { event.preventDefault(); choose(id); } }, text || nameOf(id));
}

function short(text, length) {
  return text.length > length ? text.slice(0, length - 1).trimEnd() + "…" : text;
}
