// The samples of the legend.
import { svg } from "./svg.js";
import { onScale } from "./palettes.js";

// A sample is {wide, tall, parts}: SVG elements around the height 0, from the left end on.
export const dotSample = (colour, r = 5.5) => ({
  wide: 2 * r,
  tall: Math.max(18, 2 * r),
  parts: () => [svg("circle", { cx: r, cy: 0, r, fill: colour })],
});

const shapeSample = (d, colour) => ({ wide: 12, tall: 18, parts: () => [svg("path", { d, fill: colour })] });

export const lineSample = ([stroke, width, opacity, dashes]) => ({
  wide: 26,
  tall: 18,
  parts: () => [
    svg("path", {
      d: "M0 0H26",
      stroke,
      "stroke-width": width,
      "stroke-opacity": opacity,
      "stroke-dasharray": dashes || "none",
    }),
  ],
});

export const outlineSample = (colour) => ({
  wide: 20,
  tall: 18,
  parts: () => [
    svg("rect", {
      x: 1,
      y: -6,
      width: 18,
      height: 12,
      rx: 6,
      fill: colour,
      "fill-opacity": 0.15,
      stroke: colour,
    }),
  ],
});

export const rampSample = () => ({
  wide: 60,
  tall: 18,
  parts: () =>
    [...Array(12).keys()].map((n) =>
      svg("rect", { x: n * 5, y: -5, width: 5.2, height: 10, fill: onScale(n / 11) }),
    ),
});

export const SAMPLES = {
  p: dotSample,
  m: (colour) => shapeSample("M1 -5H11V5H1Z", colour),
  b: (colour) => shapeSample("M6 -6L12 0L6 6L0 0Z", colour),
};
