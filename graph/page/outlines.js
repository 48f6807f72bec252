// Bodies as outlines: around the meetings that a body held and the people most of whose meetings are its own, and around nobody else.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { breathe } from "./slices.js";
import { DATA, collect, grouped } from "./data.js";
import { seatMeeting, seatPerson } from "./seats.js";
import { look } from "./look.js";
import { filter, passing } from "./filters.js";
import { byId, short } from "./text.js";
import { scene, shownSpot } from "./scene.js";
import { xOf, yOf } from "./camera.js";
import { groupInks, mixed } from "./palettes.js";
import { mostFrequent } from "./meaning.js";
import { colours } from "./looks.js";
import { covered, pushedIn, take, widthOf } from "./room.js";
import { bubblesOf, cellsOf } from "./bubbles.js";
import { redrawSoon } from "./spotlight.js";

const MOST_OUTLINES = 12;
let outlines = [];

// The bodies with most meetings shown, each with the nodes that are its own.
function outlinedBodies() {
  if (look.bodies !== "outlines") return [];
  const { seat, there } = passing(),
    hosts = new Map(),
    votes = new Map();
  there.forEach((people, m) => {
    if (people && DATA.meetings[m].body >= 0) collect(hosts, DATA.meetings[m].body, m);
  });
  seat.forEach((open, number) => {
    const { body } = DATA.meetings[seatMeeting[number]];
    if (open && body >= 0) collect(votes, seatPerson[number], body);
  });
  const members = new Map();
  votes.forEach((bodies, person) => collect(members, mostFrequent(bodies), "p" + person));
  return [...hosts]
    .sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
    .slice(0, MOST_OUTLINES)
    .map(([body, meetings]) => {
      const ids = [
        ...(members.get(body) || []),
        ...(here.mode === "affiliation" ? meetings.map((m) => "m" + m) : []),
      ];
      return [body, ids.map(shownSpot).filter(Boolean)];
    });
}

// Bubbles with the number of their body, made anew, one body after the other, when something that they rest on has changed; what has only
// been moved keeps its outlines meanwhile.
let outlinesFor = ["", ""];
export function outlinesNow() {
  const what = [scene.drawing, filter.version, look.bodies, here.mode, here.ego, here.depth, scene.shown.length].join(" "),
    key = what + " " + scene.stirred;
  if (key !== outlinesFor[1]) {
    if (what !== outlinesFor[0]) outlines = [];
    outlinesFor = [what, key];
    renewOutlines(key);
  }
  return outlines;
}

async function renewOutlines(key) {
  await breathe();
  if (key !== outlinesFor[1]) return;
  const bodies = outlinedBodies(),
    cells = cellsOf(bodies.length ? scene.shown : []),
    fresh = [];
  for (const [place, [body, spots]] of bodies.entries()) {
    fresh.push(...bubblesOf(spots, cells).map((part, n) => ({ body, place, first: n === 0, ...part })));
    await breathe();
    if (key !== outlinesFor[1]) return;
  }
  if (!fresh.length) return;
  outlines = fresh;
  if (scene.made) acts.legend();
  redrawSoon();
}

export const outlineColour = (place) => groupInks()[place % groupInks().length];

// The colour of the inside: a tenth of the outline's on paper, for what lies under it must not shine through.
export const insideColour = (place) => mixed(colours().paper, outlineColour(place), 0.13);

// The bones of one width in one path.
export const bonesByWidth = ({ bones }) => [...grouped(bones, (bone) => bone[2])].map(([wide, own]) => [wide, own]);

export function drawOutlines(pen) {
  const line = 1.4 / here.network.getScale();
  pen.lineCap = pen.lineJoin = "round";
  outlinesNow().forEach((outline) => {
    [
      [line, outlineColour(outline.place)],
      [0, insideColour(outline.place)],
    ].forEach(([more, ink]) => {
      pen.strokeStyle = pen.fillStyle = ink;
      bonesByWidth(outline).forEach(([wide, bones]) => {
        pen.lineWidth = 2 * (wide + more);
        pen.beginPath();
        bones.forEach(([a, b]) => {
          pen.moveTo(xOf(a), yOf(a));
          pen.lineTo(xOf(b) + 0.01, yOf(b)); // a line without length is not drawn
        });
        pen.stroke();
      });
      pen.beginPath();
      outline.fields.forEach((field) => {
        field.forEach((spot, n) => (n ? pen.lineTo(xOf(spot), yOf(spot)) : pen.moveTo(xOf(spot), yOf(spot))));
        pen.closePath();
      });
      pen.fill();
    });
  });
}

// A body's name, with its place where another has the same.
function bodySaid(number) {
  const { name, place } = DATA.bodies[number];
  return place && DATA.bodies.some((other, n) => n !== number && other.name === name)
    ? name + " (" + place + ")"
    : name;
}

// The names of the outlined bodies, above them.
export function outlineNames(pen, low, scale) {
  return outlines
    .filter((outline) => outline.first && !here.lit)
    .map(({ body, bones }) => {
      const text = short(bodySaid(body), 44),
        top = ([a, b, wide]) => Math.min(yOf(a), yOf(b)) - wide,
        [a, , wide] = bones.reduce((least, bone) => (top(bone) < top(least) ? bone : least)),
        half = widthOf(pen, text, 12, true) / 2 + 2;
      const x = (xOf(a) - low.x) * scale,
        y = (yOf(a) - wide - low.y) * scale - 9,
        area = pushedIn([x - half, y - 8, x + half, y + 8], byId("network").clientWidth);
      if (covered(area, "", 2) > 2) return null;
      take(area);
      return { text, x: area[0] + half, y, pixels: 12, bold: true, fill: colours().bodyName };
    })
    .filter(Boolean);
}
