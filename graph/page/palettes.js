// Colours that people with a colour-vision deficiency can tell apart too. For kinds and groups: twelve of our own, chosen for the greatest
// least difference as seen with and without red and green cones (a test measures it) and from either paper; Okabe and Ito (2008), and Paul
// Tol's muted scheme (2021). For numbers: cividis (Nuñez, Anderton and Renslow 2018) and viridis; greys for print.
import { look } from "./look.js";

export const PALETTES = {
  twelve: {
    title: "",
    groups: [
      "#4f84fe",
      "#f48828",
      "#097f1b",
      "#690d8f",
      "#dd435b",
      "#37b880",
      "#782c0c",
      "#ce89de",
      "#228a8f",
      "#a12a6a",
      "#575a92",
      "#9f50ca",
    ],
    onDark: [
      "#2ccdfd",
      "#faa617",
      "#3aa460",
      "#b97bfd",
      "#f16127",
      "#30fdab",
      "#aa4331",
      "#ca87a4",
      "#dce31d",
      "#9a4bac",
      "#006ddd",
      "#a1c88e",
    ],
    scale: ["#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838"],
  },
  okabe: {
    title: "Okabe–Ito, cividis",
    groups: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442"],
    scale: ["#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838"],
  },
  tol: {
    title: "Tol, viridis",
    groups: [
      "#332288",
      "#44aa99",
      "#cc6677",
      "#999933",
      "#88ccee",
      "#882255",
      "#ddcc77",
      "#117733",
      "#aa4499",
    ],
    scale: ["#440154", "#414487", "#2a788e", "#22a884", "#7ad151", "#fde725"],
  },
  grey: {
    title: "",
    groups: ["#222222", "#666666", "#999999", "#c4c4c4"],
    scale: ["#d8d8d8", "#a8a8a8", "#787878", "#484848", "#181818"],
  },
};

export const isDark = () => document.documentElement.dataset.theme === "dark";

// The colours of groups on the paper of now.
export const groupInks = () => {
  const { groups, onDark } = PALETTES[look.palette];
  return isDark() && onDark ? onDark : groups;
};

// A colour between 0 and 1 on the scale; a dark page turns it round, so that much is always what stands out.
export function onScale(share) {
  const stops = [...PALETTES[look.palette].scale];
  if ((look.palette === "grey") === isDark()) stops.reverse();
  const at = Math.max(0, Math.min(1, share)) * (stops.length - 1),
    low = Math.min(Math.floor(at), stops.length - 2);
  return mixed(stops[low], stops[low + 1], at - low);
}

// A colour between two, as "#rrggbb".
export function mixed(one, other, share) {
  const parts = (colour) => [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16)),
    [a, b] = [parts(one), parts(other)];
  return (
    "#" +
    a
      .map((part, n) =>
        Math.round(part + (b[n] - part) * share)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")
  );
}

export const rest = () => (isDark() ? "#6d777d" : "#b4bbbf");
