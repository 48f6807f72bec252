// SVG elements, and texts in them.
export const SVG = "http://www.w3.org/2000/svg";

export const svg = (tag, attributes, ...children) => {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  children.forEach((child) => element.append(child));
  return element;
};

// Letters that XML cannot hold (controls, halves of pairs) are left out.
export const clean = (text) => String(text).replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

export const said = (text, x, y, attributes) =>
  svg("text", { x: round(x), y: round(y), ...attributes }, clean(text));
export const round = (value) => Math.round(value * 10) / 10;
