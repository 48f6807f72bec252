// Measures of neighbourhoods and of ways. Each is a generator, so that long ones go on in slices.
// Of the pairs of those whom a person met, the share that met each other.
export function* clustering({ size, start, other }) {
  const value = new Float64Array(size),
    mark = new Int32Array(size).fill(-1);
  for (let i = 0; i < size; i += 1) {
    const ties = start[i + 1] - start[i];
    for (let at = start[i]; at < start[i + 1]; at += 1) mark[other[at]] = i;
    let closed = 0;
    for (let at = start[i]; at < start[i + 1]; at += 1)
      for (let on = start[other[at]]; on < start[other[at] + 1]; on += 1)
        closed += Number(mark[other[on]] === i);
    value[i] = ties > 1 ? closed / (ties * (ties - 1)) : 0;
    yield;
  }
  return value;
}

// From each person in turn (Brandes 2001): every tie is one step. Closeness has the form for networks in several parts.
export function* shortestWays({ size, start, other }) {
  const betweenness = new Float64Array(size),
    closeness = new Float64Array(size),
    queue = new Int32Array(size),
    far = new Int32Array(size),
    ways = new Float64Array(size),
    share = new Float64Array(size);
  for (let from = 0; from < size; from += 1) {
    far.fill(-1);
    ways.fill(0);
    share.fill(0);
    far[from] = 0;
    ways[from] = 1;
    queue[0] = from;
    let last = 1,
      sum = 0;
    for (let at = 0; at < last; at += 1) {
      const i = queue[at];
      sum += far[i];
      for (let on = start[i]; on < start[i + 1]; on += 1) {
        const j = other[on];
        if (far[j] < 0) {
          far[j] = far[i] + 1;
          queue[last++] = j;
        }
        if (far[j] === far[i] + 1) ways[j] += ways[i];
      }
    }
    for (let at = last - 1; at > 0; at -= 1) {
      const j = queue[at];
      for (let on = start[j]; on < start[j + 1]; on += 1)
        if (far[other[on]] === far[j] - 1) share[other[on]] += (ways[other[on]] / ways[j]) * (1 + share[j]);
      betweenness[j] += share[j];
    }
    closeness[from] = sum ? ((last - 1) / (size - 1)) * ((last - 1) / sum) : 0;
    yield;
  }
  const pairs = (size - 1) * (size - 2);
  return { betweenness: betweenness.map((value) => (pairs ? value / pairs : 0)), closeness };
}
