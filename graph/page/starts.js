// Where to begin: the first questions of a reader, each one click from its answer, about those whom the filters show.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { DATA, T, tiesOf } from "./data.js";
import { passing } from "./filters.js";
import { make, short, small } from "./text.js";
import { remember } from "./address.js";
import { twin } from "./tabledata.js";
import { bins, timing } from "./timebins.js";
import { setLook } from "./lookform.js";
import { focusOn } from "./around.js";
import { play } from "./timesteps.js";
import { showTable } from "./twin.js";

export function startsSection(first) {
  const rows = [
    [T.startCentral, T.startCentralHelp, first >= 0 && tiesOf.size, showCentral],
    [filled(T.startWith, first), T.startWithHelp, first >= 0 && tiesOf.has(first), () => showCompanyOf(first)],
    [T.startMeetings, T.startMeetingsHelp, DATA.meetings.length, showMeetings],
    [T.startProof, T.startProofHelp, strongestTie() >= 0, showProof],
    [T.startTime, T.startTimeHelp, bins.length > 1, showTime],
  ].filter(([, , possible]) => possible);
  return rows.length
    ? [
        make("h3", {}, T.starts),
        make(
          "div",
          { class: "starts" },
          rows.map(([question, help, , click]) =>
            make("button", { type: "button", click }, make("b", {}, question), small(help)),
          ),
        ),
      ]
    : [];
}

const filled = (text, person) =>
  text.replace("{}", () => (person < 0 ? "" : short(DATA.people[person].label, 40)));

// The tie with most meetings together, or -1.
function strongestTie() {
  const { count, weight } = passing();
  return count.reduce(
    (best, meetings, tie) =>
      meetings && (best < 0 || meetings > count[best] || (meetings === count[best] && weight[tie] > weight[best]))
        ? tie
        : best,
    -1,
  );
}

async function inDrawing(name) {
  showTable("");
  if (here.mode !== name) await acts.setMode(name);
}

async function showCentral() {
  await inDrawing("company");
  setLook({ size: "strength", colour: "community" });
}

async function showCompanyOf(person) {
  await inDrawing("company");
  focusOn("p" + person);
}

async function showProof() {
  await inDrawing("company");
  acts.choose("t" + strongestTie());
}

function showMeetings() {
  Object.assign(twin, { sort: 0, down: false });
  showTable("meetings");
  remember();
}

async function showTime() {
  await inDrawing("company");
  if (!timing.timer) play();
}
