// Communities of what is shown. With no filter they are Python's (Leiden, graph/communities.py), which came with the data. Under filters
// the page finds its own with Louvain's method (Blondel et al. 2008): the people in their order, no chance in it, then communities that
// fell into unconnected pieces parted, as Leiden would. They need not be Leiden's; the tests hold their modularity against it.
import { DATA } from "./data.js";
import { filtersActive } from "./filters.js";
import { MEASURES, measure } from "./measures.js";

function* louvain(graph) {
  let level = {
    size: graph.size,
    start: graph.start,
    other: graph.other,
    weight: graph.weight,
    own: new Float64Array(graph.size),
  };
  let group = Int32Array.from({ length: graph.size }, (_, i) => i);
  for (;;) {
    const { moved, into } = yield* moveNodes(level);
    if (!moved) break;
    const number = numbered(into);
    group = group.map((node) => number[node]);
    level = folded(level, number);
    yield;
  }
  return partsOf(graph, group);
}

// Move nodes to the neighbouring community that gains most modularity, as long as one gains.
function* moveNodes({ size, start, other, weight, own }) {
  const strengths = Float64Array.from(
      { length: size },
      (_, i) => own[i] + weight.subarray(start[i], start[i + 1]).reduce((sum, w) => sum + w, 0),
    ),
    all = strengths.reduce((sum, w) => sum + w, 0),
    into = Int32Array.from({ length: size }, (_, i) => i),
    sums = strengths.slice(),
    toward = new Float64Array(size);
  let moved = false;
  for (let again = size > 0 && all > 0; again;) {
    again = false;
    for (let i = 0; i < size; i += 1) {
      const near = [];
      for (let at = start[i]; at < start[i + 1]; at += 1) {
        const community = into[other[at]];
        if (!toward[community]) near.push(community);
        toward[community] += weight[at];
      }
      sums[into[i]] -= strengths[i];
      let best = into[i],
        most = toward[best] - (sums[best] * strengths[i]) / all;
      near.forEach((community) => {
        const gain = toward[community] - (sums[community] * strengths[i]) / all;
        if (gain > most + 1e-12) {
          most = gain;
          best = community;
        }
      });
      near.forEach((community) => {
        toward[community] = 0;
      });
      sums[best] += strengths[i];
      if (best !== into[i]) {
        into[i] = best;
        again = moved = true;
      }
      if (i % 512 === 511) yield;
    }
    yield;
  }
  return { moved, into };
}

function numbered(into) {
  const number = new Map();
  return into.map((community) => {
    if (!number.has(community)) number.set(community, number.size);
    return number.get(community);
  });
}

// The network of the communities: their ties summed, what lies inside one as its own weight.
function folded({ size, start, other, weight, own }, number) {
  const rows = [],
    inside = [];
  for (let i = 0; i < size; i += 1) {
    const row = (rows[number[i]] = rows[number[i]] || new Map());
    inside[number[i]] = (inside[number[i]] || 0) + own[i];
    for (let at = start[i]; at < start[i + 1]; at += 1) {
      const to = number[other[at]];
      if (to === number[i]) inside[to] += weight[at];
      else row.set(to, (row.get(to) || 0) + weight[at]);
    }
  }
  const begin = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    begin[i + 1] = begin[i] + row.size;
  });
  return {
    size: rows.length,
    start: begin,
    other: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
    weight: Float64Array.from(rows.flatMap((row) => [...row.values()])),
    own: Float64Array.from(inside),
  };
}

// Number the connected parts of the communities: 1 is the largest; of equal ones, that with the first person comes first.
function partsOf({ size, start, other }, group) {
  const part = new Int32Array(size).fill(-1),
    members = [];
  for (let first = 0; first < size; first += 1) {
    if (part[first] >= 0) continue;
    const own = [first];
    part[first] = members.length;
    for (let n = 0; n < own.length; n += 1)
      for (let at = start[own[n]]; at < start[own[n] + 1]; at += 1) {
        const j = other[at];
        if (part[j] >= 0 || group[j] !== group[first]) continue;
        part[j] = members.length;
        own.push(j);
      }
    members.push(own);
  }
  const order = members.map((_, n) => n).sort((a, b) => members[b].length - members[a].length || a - b),
    rank = new Int32Array(members.length);
  order.forEach((n, place) => {
    rank[n] = place + 1;
  });
  return part.map((n) => rank[n]);
}

MEASURES.community = louvain;

// Whether the communities are those that came with the data.
export const communitiesAsBuilt = () => !filtersActive();

export async function communityOf() {
  return communitiesAsBuilt()
    ? Float64Array.from(DATA.communities, (group) => group || NaN)
    : measure("community");
}
