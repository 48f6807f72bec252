// Work on many rows in slices, so that the page answers in between.
const SLICE = 12; // milliseconds

const pause = () => new Promise((resolve) => setTimeout(resolve));

// Do `work` for 0, 1, ... `count` - 1 while `wanted` says so; tells whether it came to the end.
async function inSlices(count, work, wanted) {
  let at = 0;
  while (at < count) {
    const until = performance.now() + SLICE;
    while (at < count && performance.now() < until)
      for (const end = Math.min(count, at + 64); at < end; at += 1) work(at);
    if (at < count) await pause();
    if (!wanted()) return false;
  }
  return true;
}

// The numbers 0, 1, ... in the order of `keys` (numbers or texts; ties stay in order), downwards or upwards.
function inOrderOf(keys, down) {
  const texts = typeof keys[0] === "string",
    unique = texts ? [...new Set(keys)].sort() : [];
  const rank = new Map(unique.map((text, number) => [text, number]));
  const values = Float64Array.from(keys, (key) => (down ? -1 : 1) * (texts ? rank.get(key) : key));
  return Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
}

// Go on with a generator in slices while `wanted` says so; gives what it returns, or undefined where it was not wanted to the end.
async function inTurns(steps, wanted) {
  let until = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() > until) {
      await pause();
      if (!wanted()) return undefined;
      until = performance.now() + SLICE;
    }
  }
}
