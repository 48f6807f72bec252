// Newman and Girvan's modularity (2004) of communities, by the number of the person, on the ties under the filters.
import { passing } from "./filters.js";
import { companyUnder } from "./measures.js";

export function modularityOf(communityOf) {
  const graph = companyUnder(passing()),
    inside = new Map(),
    total = new Map();
  let all = 0;
  for (let i = 0; i < graph.size; i += 1) {
    const own = communityOf[graph.people[i]];
    for (let at = graph.start[i]; at < graph.start[i + 1]; at += 1) {
      all += graph.weight[at];
      total.set(own, (total.get(own) || 0) + graph.weight[at]);
      if (communityOf[graph.people[graph.other[at]]] === own)
        inside.set(own, (inside.get(own) || 0) + graph.weight[at]);
    }
  }
  return all
    ? [...total].reduce((sum, [own, weight]) => sum + (inside.get(own) || 0) / all - (weight / all) ** 2, 0)
    : 0;
}
