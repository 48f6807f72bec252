// The bins of the timeline: days, months, quarters, years or more years, as many as can be told apart. A meeting whose date can mean days
// of several bins is shared out among them; one whose date tells no year is in a bin of its own.
import { DATA } from "./data.js";
import { dayNumber } from "./career.js";

export const timing = { from: 0, to: 0, cumulative: false, timer: 0, pressed: -1 };
const MOST_BINS = 48;
const MONTHS = [1, 3, 12, 60, 120, 600];

// The bins from the first to the last day of the corpus: [{first, last, name}], days in ISO form; empty where no meeting has a day.
function timeBins() {
  const days = DATA.meetings.flatMap((meeting) => meeting.days || []).sort();
  if (!days.length) return [];
  const [low, high] = [days[0], days[days.length - 1]];
  if (dayNumber(high) - dayNumber(low) < 32) return dailyBins(low, high);
  const month = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const step = MONTHS.find((months) => (month(high) - month(low)) / months < MOST_BINS) || 1200,
    bins = [];
  for (let at = Math.floor(month(low) / step) * step; at <= month(high); at += step) {
    const first = isoMonth(at) + "-01",
      last = isoDay(dayNumber(isoMonth(at + step) + "-01") - 1);
    bins.push({ first, last, name: binName(first, last, step) });
  }
  return bins;
}

const isoDay = (number) => new Date(number * 86400000).toISOString().slice(0, 10);
const isoMonth = (at) =>
  String(Math.floor(at / 12)).padStart(4, "0") + "-" + String((at % 12) + 1).padStart(2, "0");

function dailyBins(low, high) {
  const bins = [];
  for (let day = dayNumber(low); day <= dayNumber(high); day += 1)
    bins.push({ first: isoDay(day), last: isoDay(day), name: isoDay(day) });
  return bins;
}

function binName(first, last, step) {
  if (step === 1) return first.slice(0, 7);
  if (step === 3) return first.slice(0, 4) + " Q" + Math.ceil(Number(first.slice(5, 7)) / 3);
  return step === 12 ? first.slice(0, 4) : first.slice(0, 4) + "–" + last.slice(0, 4);
}

const YEAR_WIDE = 38; // pixels that a year takes

// What stands below `wide` pixels of bars: each year at its first bin where there is room for it, or else the first and the last bin.
export function binLabels(wide) {
  const year = (at) => bins[at].first.slice(0, 4),
    years = [...bins.keys()].filter((at) => !at || year(at) !== year(at - 1)),
    apart = (YEAR_WIDE * bins.length) / Math.max(wide, 1);
  if (years.length < 2) return new Map([0, bins.length - 1].map((at) => [at, bins[at].name]));
  const said = [];
  years.forEach((at) => (said.length && at - said[said.length - 1] < apart ? null : said.push(at)));
  return new Map(said.map((at) => [at, year(at)]));
}

// The bins that a meeting can be in: [first, last].
export const bins = timeBins();
const binsOf = DATA.meetings.map(({ days }) => {
  if (!days || !bins.length) return null;
  const at = (day) => {
    let [low, high] = [0, bins.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bins[middle].last < day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [at(days[0]), at(days[1])];
});

// Meetings in each bin for which `counts` holds: shares of them where a date is vague.
export function histogram(counts) {
  const sums = new Float64Array(bins.length);
  binsOf.forEach((range, m) => {
    if (!range || !counts(m)) return;
    for (let at = range[0]; at <= range[1]; at += 1) sums[at] += 1 / (range[1] - range[0] + 1);
  });
  return sums;
}
