// Measures of who sat with whom, computed on what the filters show, with the formulas of graph/measure.py: networkx compares in the tests.
// Each is a generator, so that long ones go on in slices.
import { inTurns } from "./slices.js";
import { DATA } from "./data.js";
import { SIZE } from "./seats.js";
import { passing } from "./filters.js";
import { clustering, shortestWays } from "./ways.js";

// The company under the filters, as arrays: `people` who are there, `start` and `other` the neighbours of each, `weight` Newman's.
export function companyUnder({ met, count, weight }) {
  const people = [],
    place = new Int32Array(SIZE.people).fill(-1);
  met.forEach((meetings, person) => {
    if (meetings) place[person] = people.push(person) - 1;
  });
  const start = new Int32Array(people.length + 1);
  const tied = (work) => {
    for (let tie = 0; tie < SIZE.ties; tie += 1)
      if (count[tie]) work(place[DATA.ties[tie][0]], place[DATA.ties[tie][1]], weight[tie]);
  };
  tied((a, b) => {
    start[a + 1] += 1;
    start[b + 1] += 1;
  });
  for (let i = 0; i < people.length; i += 1) start[i + 1] += start[i];
  const next = start.slice(),
    other = new Int32Array(start[people.length]),
    weights = new Float64Array(start[people.length]);
  tied((a, b, own) => {
    other[next[a]] = b;
    weights[next[a]++] = own;
    other[next[b]] = a;
    weights[next[b]++] = own;
  });
  return { size: people.length, people, place, start, other, weight: weights };
}

function* degree({ size, start }) {
  yield;
  return Float64Array.from({ length: size }, (_, i) => start[i + 1] - start[i]);
}

function* strength({ size, start, weight }) {
  yield;
  return Float64Array.from({ length: size }, (_, i) =>
    weight.subarray(start[i], start[i + 1]).reduce((sum, w) => sum + w, 0),
  );
}

// Damping .85; who has no tie gives to all alike, as in networkx.
function* pagerank(graph) {
  const { size, start, other, weight } = graph,
    total = yield* strength(graph);
  let rank = new Float64Array(size).fill(1 / size);
  for (let round = 0; round < 1000; round += 1) {
    const next = new Float64Array(size);
    let idle = 0;
    for (let i = 0; i < size; i += 1) {
      if (!total[i]) idle += rank[i];
      for (let at = start[i]; at < start[i + 1]; at += 1)
        next[other[at]] += (0.85 * rank[i] * weight[at]) / total[i];
    }
    let change = 0;
    for (let i = 0; i < size; i += 1) {
      next[i] += (0.85 * idle + 0.15) / size;
      change += Math.abs(next[i] - rank[i]);
    }
    rank = next;
    if (change < 1e-13 * size) break;
    yield;
  }
  return rank;
}

// The largest k such that the person is one of a group whose members each met k others of it: the least tied leave first.
function* core({ size, start, other }) {
  const left = Int32Array.from({ length: size }, (_, i) => start[i + 1] - start[i]),
    gone = new Uint8Array(size),
    value = new Float64Array(size),
    rows = [];
  left.forEach((ties, i) => (rows[ties] = rows[ties] || []).push(i));
  for (let k = 0; k < rows.length; k += 1) {
    for (let n = 0; rows[k] && n < rows[k].length; n += 1) {
      const i = rows[k][n];
      if (gone[i] || left[i] > k) continue;
      gone[i] = 1;
      value[i] = k;
      for (let at = start[i]; at < start[i + 1]; at += 1) {
        const j = other[at];
        if (gone[j]) continue;
        left[j] = Math.max(k, left[j] - 1);
        (rows[left[j]] = rows[left[j]] || []).push(j);
      }
      if (n % 256 === 255) yield;
    }
    yield;
  }
  return value;
}

export const MEASURES = {
  degree,
  strength,
  pagerank,
  core,
  clustering,
  betweenness: function* (graph) {
    return (yield* shortestWays(graph)).betweenness;
  },
  closeness: function* (graph) {
    return (yield* shortestWays(graph)).closeness;
  },
};

const MOST_STEPS = 3e8; // people x ties up to which ways are counted in the page: some seconds

// A measure under the filters, an array by the number of the person (NaN for who is not there); null where it would take too long, and
// undefined where the filters have changed meanwhile. Kept until they change.
const measured = new Map();

let company = null;

export async function measure(name) {
  const state = passing();
  if (!company || company.version !== state.version) {
    company = { version: state.version, ...companyUnder(state) };
    measured.clear();
  }
  const graph = company;
  if (!measured.has(name)) {
    const ways = name === "betweenness" || name === "closeness";
    measured.set(
      name,
      ways && graph.size * graph.other.length > MOST_STEPS * 2
        ? Promise.resolve(null)
        : inTurns(MEASURES[name](graph), () => company === graph).then(
            (values) => values && spread(graph, values),
          ),
    );
  }
  return measured.get(name);
}

function spread(graph, values) {
  const all = new Float64Array(SIZE.people).fill(NaN);
  graph.people.forEach((person, i) => {
    all[person] = values[i];
  });
  return all;
}
