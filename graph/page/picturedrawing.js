// The drawing as SVG, in the pixels of the screen.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { look } from "./look.js";
import { byId } from "./text.js";
import { scene } from "./scene.js";
import { round, said, svg } from "./svg.js";
import { xOf, yOf } from "./camera.js";
import { THINNEST, inSight } from "./lines.js";
import { groundsSvg } from "./grounds.js";
import { BADGE, badgeSpot, badges } from "./story.js";
import { bonesByWidth, insideColour, outlineColour, outlinesNow } from "./outlines.js";

// What is in sight, in the pixels of the screen.
export function drawingSvg(wide, tall, top, colour) {
  const scale = here.network.getScale(),
    { low, high } = inSight(),
    place = (spot) => [round((xOf(spot) - low.x) * scale), round((yOf(spot) - low.y) * scale)];
  const faded = (spot) => (here.lit && !here.lit.has(spot.id) ? 0.2 : 1);
  const frame = svg("svg", { x: 0, y: top, width: wide, height: tall, viewBox: "0 0 " + wide + " " + tall });
  const pen = byId("network").querySelector("canvas").getContext("2d");
  frame.append(...groundsSvg(place));
  if (look.bodies === "outlines") frame.append(...outlinesSvg(place, scale));
  const litOnes = new Set(here.litLines);
  scene.lines
    .filter((line) => line.shown)
    .forEach((line) => {
      const [[x1, y1], [x2, y2]] = [place(line.from), place(line.to)];
      if (Math.max(x1, x2) < 0 || Math.min(x1, x2) > wide || Math.max(y1, y2) < 0 || Math.min(y1, y2) > tall)
        return;
      const [stroke, width, alpha, dashes] = line.style;
      const attributes = { x1, y1, x2, y2, stroke, "stroke-width": round(Math.max(width * scale, THINNEST)) };
      attributes["stroke-opacity"] = round(here.lit && !litOnes.has(line) ? alpha * 0.2 : alpha);
      if (dashes)
        attributes["stroke-dasharray"] = dashes
          .split(" ")
          .map((dash) => round(dash * scale))
          .join(" ");
      frame.append(svg("line", attributes));
    });
  scene.shown.forEach((spot) => {
    const [x, y] = place(spot),
      r = round(spot.size * scale);
    if (x < -r || x > wide + r || y < -r || y > tall + r) return;
    const shape =
      spot.kind === "p"
        ? svg("circle", { cx: x, cy: y, r })
        : spot.kind === "m"
          ? svg("rect", { x: round(x - r), y: round(y - r), width: 2 * r, height: 2 * r })
          : svg("path", {
              d: "M" + [x, y - r] + "L" + [x + r, y] + "L" + [x, y + r] + "L" + [x - r, y] + "Z",
            });
    Object.entries({
      fill: spot.fill,
      stroke: colour.paper,
      "stroke-width": 1.5,
      opacity: faded(spot),
    }).forEach(([key, value]) => shape.setAttribute(key, value));
    frame.append(shape);
  });
  acts.placeNames(pen, low, high).forEach(({ text, x, y, pixels, bold, fill: ink, lead }) => {
    if (lead) {
      const [x1, y1, x2, y2] = lead.map((end, n) => round(end + (n % 2 ? y : x)));
      const d = "M" + [x1, y1].join(" ") + "L" + [x2, y2].join(" ");
      frame.append(svg("path", { d, fill: "none", stroke: colour.ink, "stroke-width": 0.8 }));
    }
    frame.append(
      said(text, x, y, {
        "font-size": round(pixels),
        "font-weight": bold ? 600 : 400,
        fill: ink,
        stroke: colour.paper,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
        "text-anchor": "middle",
        "dominant-baseline": "central",
      }),
    );
  });
  badges().forEach(({ spot, number }) => {
    const [x, y] = badgeSpot(...place(spot), spot.size * scale);
    frame.append(
      svg("circle", { cx: round(x), cy: round(y), r: BADGE, fill: colour.ink }),
      said(String(number), x, y, {
        "font-size": 11,
        "font-weight": 700,
        fill: colour.paper,
        "text-anchor": "middle",
        "dominant-baseline": "central",
      }),
    );
  });
  return frame;
}

// The outlines as they are drawn: everything wide in the line's colour, then a little less wide in the inside's.
function outlinesSvg(place, scale) {
  const way = (spots) => spots.map((spot) => place(spot).join(" ")).join("L");
  return outlinesNow().flatMap((outline) =>
    [
      [1.4, outlineColour(outline.place)],
      [0, insideColour(outline.place)],
    ].flatMap(([more, ink]) => [
      ...bonesByWidth(outline).map(([wide, bones]) =>
        svg("path", {
          d: bones.map(([a, b]) => "M" + way([a, b])).join(""),
          fill: "none",
          stroke: ink,
          "stroke-width": round(2 * (wide * scale + more)),
          "stroke-linecap": "round",
        }),
      ),
      svg("path", { d: outline.fields.map((field) => "M" + way(field) + "Z").join(""), fill: ink }),
    ]),
  );
}
