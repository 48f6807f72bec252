// The panel of a tie: each common meeting, with the one sentence that names both where there is one.
import { acts } from "./acts.js";
import { DATA, T, byDate } from "./data.js";
import { counted, link, make } from "./text.js";
import { heading, section } from "./panel.js";
import { correctedP } from "./chance.js";
import { together } from "./answers.js";

function tiePanel(number) {
  const [a, b, count, newman, meetings, p] = DATA.ties[number];
  return [
    ...heading(
      "t" + number,
      counted(count, T.timesCount) + " · " + T.newman + " " + newman + ": " + T.newmanHelp,
      p === null ? "" : T.pSaid + " " + p + "; " + T.corrected + " " + correctedP()[number].toPrecision(3),
    ),
    make("p", {}, link("p" + a), " · ", link("p" + b)),
    ...section(
      T.common,
      [...meetings].sort(byDate).map((meeting) => together(number, meeting)),
    ),
  ];
}

// One statement for each of two people: of one report where there is one, in one sentence where there is one, by name before "he".
function bestProof(ones, others) {
  const cost = ([one, other]) =>
    4 * (DATA.quotes[one[4]][0] !== DATA.quotes[other[4]][0]) +
    2 * ((one[7] >= 0) + (other[7] >= 0)) +
    (one[4] !== other[4]);
  return ones
    .flatMap((one) => others.map((other) => [one, other]))
    .reduce((best, pair) => (cost(pair) < cost(best) ? pair : best));
}

Object.assign(acts, { bestProof, tiePanel });
