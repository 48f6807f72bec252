// How nodes look: their size and colour say what is chosen in the drawer "Look", of what the filters show.
const LOOK = {
  size: "meetings",
  colour: "kind",
  palette: "okabe",
  bodies: "nodes",
  names: "some",
  fade: true,
};
const look = { ...LOOK };
scene.faint = 0.5;
const NUMBERS = [
  "meetings",
  "degree",
  "strength",
  "pagerank",
  "core",
  "closeness",
  "betweenness",
  "clustering",
];
const GROUPS = ["community", "body", "place", "level"];
// What colour and size stand for now: `sizes` and `shades` by person, `top` the greatest; `groups` of the coloured groups.
const meaning = { sizes: null, top: 1, shades: null, range: null, groups: [], groupOf: null };

// The colours of the page's style, read once for each theme.
const COLOURS = [
  "person",
  "meeting",
  "body",
  "personName",
  "meetingName",
  "bodyName",
  "edge",
  "speak",
  "ink",
  "paper",
];
const themes = new Map();
function colours() {
  const { theme } = document.documentElement.dataset;
  if (!themes.has(theme)) {
    const style = getComputedStyle(document.documentElement);
    const read = COLOURS.map((name) => [name, style.getPropertyValue("--" + name).trim()]);
    themes.set(theme, Object.fromEntries(read));
  }
  return themes.get(theme);
}

// The values of a measure by person; a promise, for some take time.
async function valuesOf(name) {
  return name === "meetings" ? Float64Array.from(passing().met, (n) => n || NaN) : measure(name);
}

// A person's group: the community, or what most of the meetings attended are of (their body, jurisdiction, level). A text; "" for none.
async function groupsOf(name) {
  const people = new Array(SIZE.people).fill("");
  if (name === "community") {
    const found = await communityOf();
    return found && people.map((_, n) => (found[n] > 0 ? String(found[n]) : ""));
  }
  const votes = new Map(),
    { seat } = passing();
  seat.forEach((open, number) => {
    const value = open && FACETS[name].of(seatMeeting[number]);
    if (value) collect(votes, seatPerson[number], value);
  });
  votes.forEach((values, person) => {
    people[person] = mostFrequent(values);
  });
  return people;
}

function mostFrequent(values) {
  const counts = new Map();
  values.forEach((value) => counts.set(value, (counts.get(value) || 0) + 1));
  return [...counts].reduce((best, row) =>
    row[1] > best[1] || (row[1] === best[1] && row[0] < best[0]) ? row : best,
  )[0];
}

// The first year in which somebody was seen, as a number.
function firstSeen() {
  const years = new Float64Array(SIZE.people).fill(NaN),
    { seat } = passing();
  seat.forEach((open, number) => {
    const days = open && DATA.meetings[seatMeeting[number]].days;
    if (!days) return;
    const year = Number(days[0].slice(0, 4)),
      person = seatPerson[number];
    if (!(years[person] <= year)) years[person] = year;
  });
  return years;
}

// Work out what the looks stand for under the filters; tells whether they are still those.
async function makeMeaning() {
  const version = passing().version,
    chosenLook = JSON.stringify(look);
  const sizes = look.size === "same" ? null : await valuesOf(look.size);
  const shades = NUMBERS.includes(look.colour)
    ? await valuesOf(look.colour)
    : look.colour === "first"
      ? firstSeen()
      : null;
  const groups = GROUPS.includes(look.colour) ? await groupsOf(look.colour) : null;
  if (version !== filter.version || chosenLook !== JSON.stringify(look)) return false;
  setMeaning(sizes, shades, groups);
  return true;
}

function setMeaning(sizes, shades, groups) {
  const known = (values) => Array.from(values || []).filter((value) => !Number.isNaN(value));
  const most = (values) => values.reduce((top, value) => Math.max(top, value), 0);
  meaning.sizes = sizes;
  meaning.top = most(known(sizes)) || 1;
  if (look.size === "meetings") meaning.top = Math.max(meaning.top, 12);
  meaning.shades = shades;
  const range = known(shades);
  meaning.range = range.length
    ? [range.reduce((low, value) => Math.min(low, value), Infinity), most(range)]
    : null;
  meaning.groupOf = groups;
  meaning.groups = [];
  if (!groups) return;
  const counts = new Map(),
    { met } = passing();
  groups.forEach((group, person) => {
    if (group && met[person]) counts.set(group, (counts.get(group) || 0) + 1);
  });
  const order = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const single = look.colour === "community" ? order.filter(([, count]) => count > 1) : order;
  meaning.groups = single.slice(0, PALETTES[look.palette].groups.length);
}

// What group a node is of: a meeting and a body are of the group of most of its people, or of their own place.
function groupOfSpot(spot) {
  if (spot.kind === "p") return meaning.groupOf[spot.number];
  if (look.colour !== "community") {
    const meetings = spot.kind === "m" ? [spot.number] : hostedBy.get(spot.number) || [];
    return meetings.length ? FACETS[look.colour].of(meetings[0]) : "";
  }
  const meetings = spot.kind === "m" ? [spot.number] : hostedBy.get(spot.number) || [];
  const groups = meetings
    .flatMap((m) => (atMeeting.get(m) || []).map((row) => meaning.groupOf[row[0]]))
    .filter(Boolean);
  return groups.length ? mostFrequent(groups) : "";
}

const groupColour = (group) => {
  const place = meaning.groups.findIndex(([name]) => name === group);
  return place < 0 ? rest() : PALETTES[look.palette].groups[place];
};

function radius(spot) {
  const { there } = passing();
  if (spot.kind === "m") return scene.dot * Math.min(22, 5.5 + 1.3 * Math.sqrt(there[spot.number]));
  if (spot.kind === "b")
    return scene.dot * Math.min(26, 8 + Math.sqrt((hostedBy.get(spot.number) || []).length));
  if (!meaning.sizes) return 8 * scene.dot;
  return personRadius(meaning.sizes[spot.number]);
}
const personRadius = (value) => scene.dot * (5 + 17 * Math.sqrt(Math.max(0, value || 0) / meaning.top));

function fill(spot, colour) {
  if (meaning.groupOf) return groupColour(groupOfSpot(spot));
  if (meaning.shades) {
    const value = spot.kind === "p" ? meaning.shades[spot.number] : NaN,
      [low, high] = meaning.range || [0, 1];
    return Number.isNaN(value) ? rest() : onScale(high > low ? (value - low) / (high - low) : 1);
  }
  return look.palette === "grey" ? PALETTES.grey.groups["pmb".indexOf(spot.kind)] : colour[KINDS[spot.kind]];
}

// Give each node its look, and vis what it draws.
function dressAll() {
  const colour = colours();
  scene.spots.forEach((spot) => {
    spot.size = radius(spot) * scene.grow;
    spot.fill = fill(spot, colour);
    dress(spot, colour);
  });
  styleLines();
  prepareLabels();
  legend();
  if (network) redrawSoon();
}

function dress(spot, colour) {
  if (!spot.body || !spot.fill) return;
  const { options } = spot.body;
  options.size = spot.size;
  options.color = { ...options.color, background: spot.fill, border: colour.paper };
  spot.body.shape.refreshNeeded = true;
}

// The looks under new filters or a new choice: what is counted at once is drawn at once, the rest as soon as it is known.
let looking = Promise.resolve();
function restyle() {
  const atOnce = look.size === "meetings" || look.size === "same";
  if (atOnce && look.colour === "kind") {
    setMeaning(look.size === "same" ? null : Float64Array.from(passing().met, (n) => n || NaN), null, null);
    dressAll();
    looking = Promise.resolve();
  } else {
    if (scene.spots.size && ![...scene.spots.values()][0].fill) dressAll();
    looking = makeMeaning().then((current) => current && dressAll());
  }
}
