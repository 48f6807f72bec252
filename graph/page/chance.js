// Which ties are more than chance. The p values of all ties are corrected as graph.backbone does by default (Holm; every pair of people
// present is a test, also those who never met). They are of the whole corpus: the filters choose what is shown, not what was tested.
import { acts } from "./acts.js";
import { DATA, T, thereOf } from "./data.js";
import { SIZE } from "./seats.js";
import { filter } from "./filters.js";
import { counted } from "./text.js";

let corrected = null;
export const tested = DATA.ties.some((tie) => tie[5] !== null);

// Made when first asked for: p by the number of the tie, 2 where it was not computed. Of equal p values the first decides for all.
export function correctedP() {
  if (corrected) return corrected;
  const values = DATA.ties.map((tie) => tie[5]).filter((p) => p !== null),
    tests = (thereOf.size * (thereOf.size - 1)) / 2,
    holm = new Map();
  let most = 0;
  Float64Array.from(values)
    .sort()
    .forEach((p, place) => {
      if (holm.has(p)) return;
      most = Math.max(most, Math.min(1, p * (tests - place)));
      holm.set(p, most);
    });
  corrected = Float64Array.from(DATA.ties, (tie) => (tie[5] === null ? 2 : holm.get(tie[5])));
  return corrected;
}

export const moreThanChance = (tie) => filter.alpha === 1 || correctedP()[tie] <= filter.alpha;

export function alphaSaid() {
  if (filter.alpha === 1) return T.allTies;
  const kept = DATA.ties.filter((_, number) => moreThanChance(number)).length;
  return T.alphaSaid + " " + filter.alpha + ": " + kept + " " + T.of + " " + counted(SIZE.ties, T.tiesCount);
}

// Sparse data often cannot tell a tie from chance: say so, and how near the nearest tie comes.
export function noTieSaid() {
  const least = correctedP().reduce((low, p) => Math.min(low, p), 1);
  return T.emptyChance + " " + least.toPrecision(2) + ".";
}

Object.assign(acts, { moreThanChance });
