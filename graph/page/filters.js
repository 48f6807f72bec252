// Which meetings and which statements pass the filters.
const ROLES = ["chaired", "led", "spoke", "reported", "attended", "accompanied", "observed"];
const rankOf = (row) => ROLES.indexOf(row[2]);
const filter = { since: "", until: "", undated: true, roles: null, alpha: 1 };
// The steps of the slider; at 1 every tie is drawn.
const ALPHAS = [1, 0.2, 0.1, 0.05, 0.01, 0.001];
const DAY = /^\d{4}(-\d{2}(-\d{2})?)?$/;

// As in Python: a meeting is in where all days that its date can mean are in; one of several days where one of them is.
function meetingPasses(number) {
  if (!filter.since && !filter.until) return filter.undated || DATA.meetings[number].days !== null;
  const { days, several } = DATA.meetings[number];
  if (days === null) return filter.undated;
  const [first, last] = days;
  const low = (filter.since + "-01-01").slice(0, 10),
    high = filter.until
      ? (filter.until + (filter.until.length === 4 ? "-12-31" : "-31")).slice(0, 10)
      : "9999-12-31";
  const since = filter.since ? low : "0000-01-01";
  if (last < since || first > high) return false;
  return several || (first >= since && last <= high) || filter.undated;
}

// The statements that pass, as "person:meeting", with the meetings and people that are left.
function passing() {
  const open = DATA.meetings.map((_, number) => meetingPasses(number));
  const meetings = new Set(),
    people = new Set(),
    seats = new Set();
  DATA.there.forEach(([person, meeting, role]) => {
    if (!open[meeting] || (filter.roles && !filter.roles.has(role))) return;
    meetings.add(meeting);
    people.add(person);
    seats.add(person + ":" + meeting);
  });
  return { meetings, people, seats };
}

function filtersActive() {
  return (
    Number(filter.alpha < 1) +
    Number(Boolean(filter.since || filter.until)) +
    Number(!filter.undated) +
    Number(filter.roles !== null)
  );
}

function readFilters() {
  ["since", "until"].forEach((name) => {
    const input = document.getElementById(name),
      value = input.value.trim(),
      good = !value || DAY.test(value);
    input.setAttribute("aria-invalid", String(!good));
    filter[name] = good ? value : "";
  });
  filter.alpha = ALPHAS[Number(document.getElementById("alpha").value)];
  tellAlpha();
  filter.undated = document.getElementById("undated").checked;
  const ticks = [...document.querySelectorAll("#roles input")];
  filter.roles = ticks.every((tick) => tick.checked)
    ? null
    : new Set(ticks.filter((tick) => tick.checked).map((tick) => tick.value));
}

function makeRoleTicks() {
  const present = ROLES.filter((role) => DATA.there.some((row) => row[2] === role));
  document
    .getElementById("roles")
    .replaceChildren(
      ...present.map((role) =>
        make(
          "label",
          { class: "tick" },
          make("input", { type: "checkbox", value: role, checked: "" }),
          make("i", { class: "line " + lineOf([role]) }),
          T[role],
        ),
      ),
    );
}

// The p values of all ties, corrected as graph.backbone does by default (Holm; every pair of people present is a test, also those who
// never met). They are of the whole corpus: the filters choose what is shown, not what was tested. Made when first asked for.
let corrected = null;
function correctedP() {
  if (corrected) return corrected;
  const tested = DATA.ties.flatMap((tie, number) => (tie[5] === null ? [] : [number])),
    tests = (thereOf.size * (thereOf.size - 1)) / 2;
  let most = 0;
  corrected = new Map();
  inOrderOf(
    tested.map((number) => DATA.ties[number][5]),
    false,
  ).forEach((at, place) => {
    most = Math.max(most, Math.min(1, DATA.ties[tested[at]][5] * (tests - place)));
    corrected.set(tested[at], most);
  });
  return corrected;
}

const tiePasses = (number) => filter.alpha === 1 || correctedP().get(number) <= filter.alpha;

function tellAlpha() {
  const kept = DATA.ties.filter((_, number) => tiePasses(number)).length;
  const said =
    filter.alpha === 1
      ? T.allTies
      : T.alphaSaid +
        " " +
        filter.alpha +
        ": " +
        kept +
        " " +
        T.of +
        " " +
        counted(DATA.ties.length, T.tiesCount);
  document.getElementById("alpha").setAttribute("aria-valuetext", said);
  document.getElementById("alpha-said").textContent = said;
}

// The kinds of lines in the drawing of who was where; the strongest role decides.
function lineOf(roles) {
  const has = (...wanted) => wanted.some((role) => roles.includes(role));
  return has("host")
    ? "host"
    : has("chaired", "led")
      ? "chair"
      : has("spoke", "reported")
        ? "speak"
        : has("attended", "accompanied")
          ? "attend"
          : "observe";
}
