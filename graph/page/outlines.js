// Bodies as outlines: around the meetings that a body held and the people most of whose meetings are its own. Members that stand far from
// each other get an outline each, so that nobody in between is drawn in.
const MOST_OUTLINES = 12,
  NEAR = 140,
  MARGIN = 20;
let outlines = null;

// [{name, points}] of the bodies with most meetings shown; made anew when the looks or the filters change.
function makeOutlines() {
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
    .flatMap(([body, meetings], place) => {
      const ids = [
        ...(members.get(body) || []),
        ...(mode === "affiliation" ? meetings.map((m) => "m" + m) : []),
      ];
      const spots = ids.map(shownSpot).filter(Boolean);
      return clusters(spots).map((own, part) => ({ body, place, spots: own, first: part === 0 }));
    });
}

// Members within reach of each other, the largest cluster first; one alone gets no outline.
function clusters(spots) {
  const left = new Set(spots),
    found = [];
  while (left.size) {
    const [first] = left,
      own = [first];
    left.delete(first);
    for (let n = 0; n < own.length; n += 1)
      left.forEach((spot) => {
        if (Math.hypot(xOf(spot) - xOf(own[n]), yOf(spot) - yOf(own[n])) > NEAR) return;
        own.push(spot);
        left.delete(spot);
      });
    if (own.length > 1) found.push(own);
  }
  return found.sort((a, b) => b.length - a.length);
}

// The convex hull (Andrew's monotone chain) of circles around the members.
function hullOf(spots) {
  const points = spots
    .flatMap((spot) => {
      const away = spot.size + MARGIN;
      return [...Array(12).keys()].map((n) => [
        xOf(spot) + away * Math.cos((n * Math.PI) / 6),
        yOf(spot) + away * Math.sin((n * Math.PI) / 6),
      ]);
    })
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (rows) => {
    const chain = [];
    rows.forEach((point) => {
      while (chain.length > 1 && turnsLeft(chain[chain.length - 2], chain[chain.length - 1], point))
        chain.pop();
      chain.push(point);
    });
    return chain.slice(0, -1);
  };
  return [...half(points), ...half([...points].reverse())];
}
const turnsLeft = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0;

const outlineColour = (place) => PALETTES[look.palette].groups[place % PALETTES[look.palette].groups.length];

function drawOutlines(pen) {
  outlines = makeOutlines();
  outlines.forEach((outline) => {
    outline.points = hullOf(outline.spots);
    pen.beginPath();
    outline.points.forEach(([x, y], n) => (n ? pen.lineTo(x, y) : pen.moveTo(x, y)));
    pen.closePath();
    pen.fillStyle = pen.strokeStyle = outlineColour(outline.place);
    pen.globalAlpha = 0.1;
    pen.fill();
    pen.globalAlpha = 0.7;
    pen.lineWidth = 1.5 / network.getScale();
    pen.stroke();
    pen.globalAlpha = 1;
  });
}

// The names of the outlined bodies, above them.
function outlineNames(pen, low, scale) {
  return (outlines || [])
    .filter((outline) => outline.first && !lit)
    .map(({ body, points }) => {
      const text = short(DATA.bodies[body].name, 40),
        top = points.reduce((least, point) => (point[1] < least[1] ? point : least)),
        half = widthOf(pen, text, 12, true) / 2 + 2;
      const x = (top[0] - low.x) * scale,
        y = (top[1] - low.y) * scale - 9,
        area = [x - half, y - 8, x + half, y + 8];
      if (covered(area, "", 2) > 2) return null;
      take(area);
      return { text, x, y, pixels: 12, bold: true, fill: colours().bodyName };
    })
    .filter(Boolean);
}
