// The drawing as it stands, as a picture that tells what it shows: title, drawing, notes, legend, source. It is made as SVG; the PNG is the
// same SVG, painted at twice the size.
import { here } from "./here.js";
import { DATA, T } from "./data.js";
import { byId, counted, make, short } from "./text.js";
import { copyText, saveFile } from "./files.js";
import { SVG, clean, round, said, svg } from "./svg.js";
import { colours } from "./looks.js";
import { badges } from "./story.js";
import { drawingSvg } from "./picturedrawing.js";
import { legendEntries } from "./legend.js";

const LINE = 21,
  EDGE = 18;

export function pictureSvg() {
  const stage = byId("network"),
    wide = stage.clientWidth,
    tall = stage.clientHeight,
    colour = colours();
  const head = 46,
    foot = footOf(wide, colour, head + tall + 14);
  const root = svg("svg", {
    xmlns: SVG,
    width: wide,
    height: foot.bottom,
    viewBox: "0 0 " + wide + " " + foot.bottom,
    "font-family": "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  });
  root.append(
    svg("title", {}, clean(document.title)),
    svg("rect", { width: wide, height: foot.bottom, fill: colour.paper }),
    said(clean(short(document.title, 60)) + " · " + wayShown(), EDGE, 26, {
      "font-size": 17,
      "font-weight": 650,
      fill: colour.ink,
    }),
    drawingSvg(wide, tall, head, colour),
    ...foot.parts,
  );
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(root) + "\n";
}

const wayShown = () => byId(here.mode === "company" ? "mode-company" : "mode-affiliation").textContent;

// Below the drawing: notes, legend, counts, source.
function footOf(wide, colour, top) {
  const pen = document.createElement("canvas").getContext("2d"),
    parts = [];
  let y = top;
  pen.font = "12.5px system-ui, sans-serif";
  const write = (text, ink, strong) =>
    broken(pen, text, wide - 2 * EDGE).forEach((line) => {
      parts.push(
        said(line, EDGE, y + 4, { "font-size": 12.5, "font-weight": strong ? 600 : 400, fill: ink }),
      );
      y += LINE;
    });
  badges().forEach(({ number, text }) => write(number + " " + text, colour.ink));
  if (badges().length) y += 6;
  let left = EDGE;
  legendEntries().forEach(([sample, text]) => {
    const own = (sample ? sample.wide + 6 : 0) + pen.measureText(clean(text)).width + 16;
    if (left > EDGE && left + own > wide - EDGE) {
      left = EDGE;
      y += LINE + 4;
    }
    if (sample)
      parts.push(svg("g", { transform: "translate(" + round(left) + " " + y + ")" }, ...sample.parts()));
    parts.push(
      said(text, left + (sample ? sample.wide + 6 : 0), y, {
        "font-size": 12.5,
        fill: colour.ink,
        "dominant-baseline": "central",
      }),
    );
    left += own;
  });
  y += LINE + 8;
  write(byId("counts").textContent, colour.ink);
  write(sourceLine(), colour.ink);
  return { parts, bottom: Math.round(y + 4) };
}

function broken(pen, text, wide) {
  const lines = [""];
  clean(text)
    .split(/\s+/)
    .forEach((word) => {
      const longer = (lines[lines.length - 1] + " " + short(word, 120)).trim();
      if (pen.measureText(longer).width > wide && lines[lines.length - 1]) lines.push(short(word, 120));
      else lines[lines.length - 1] = longer;
    });
  return lines;
}

// What the picture rests on: the reports with their outlets and dates, the program, the corpus.
function sourceLine() {
  const reports = Object.values(DATA.documents),
    outlets = [...new Set(reports.map((report) => report.source).filter(Boolean))].sort(),
    days = DATA.meetings.flatMap((meeting) => meeting.days || []).sort(),
    made = DATA.manifest || {};
  const named = outlets.slice(0, 3).map((outlet) => short(outlet, 40));
  if (outlets.length > 3) named.push("…");
  return [
    T.source +
      ": " +
      counted(reports.length, T.documentsCount) +
      (named.length ? " (" + named.join(", ") + ")" : ""),
    days.length ? T.meetingsFromTo + " " + days[0] + " – " + days[days.length - 1] : "",
    "Sederunt " + (made.sederunt || ""),
    made.corpus ? T.corpusDigest + " " + made.corpus.slice(0, 12) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

// The PNG as a data URL.
export async function picture() {
  const address = URL.createObjectURL(new Blob([pictureSvg()], { type: "image/svg+xml" })),
    image = new Image();
  image.src = address;
  await image.decode();
  const copy = document.createElement("canvas");
  copy.width = image.width * 2;
  copy.height = image.height * 2;
  copy.getContext("2d").drawImage(image, 0, 0, copy.width, copy.height);
  URL.revokeObjectURL(address);
  return copy.toDataURL("image/png");
}

export function listenSave() {
  byId("png").addEventListener("click", async () =>
    make("a", { href: await picture(), download: "network.png" }).click(),
  );
  byId("svg").addEventListener("click", () => saveFile(pictureSvg(), "image/svg+xml", "network.svg"));
  byId("print").addEventListener("click", () => window.print());
  byId("copy-link").addEventListener("click", async () => {
    byId("save-said").textContent = (await copyText(location.href)) ? T.copied : T.notCopied;
  });
}
