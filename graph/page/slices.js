// Work in slices, so that the page answers and paints in between.
const SLICE = 12; // milliseconds
document.body.inert = true; // until all is made

// A pause ends the browser's task. (A timer would wait four milliseconds each time.)
const bell = new MessageChannel(),
  asleep = [];
let rested = performance.now();
bell.port1.onmessage = () => {
  rested = performance.now();
  asleep.shift()();
};
export const pause = () =>
  new Promise((resolve) => {
    asleep.push(resolve);
    bell.port2.postMessage(null);
  });

// A pause where the last one, or the hand of the reader, is a slice ago.
export const breathe = () => (performance.now() - rested > SLICE ? pause() : null);
["click", "input", "change", "keydown", "submit", "popstate"].forEach((name) =>
  window.addEventListener(
    name,
    () => {
      rested = performance.now();
    },
    true,
  ),
);

// Do `work` for 0, 1, ... `count` - 1 while `wanted` says so, `atOnce` between two looks at the clock; tells whether it came to the end.
export async function inSlices(count, work, wanted, atOnce = 64) {
  let at = 0;
  while (at < count) {
    do {
      for (const end = Math.min(count, at + atOnce); at < end; at += 1) work(at);
    } while (at < count && performance.now() - rested < SLICE);
    if (at < count) await pause();
    if (!wanted()) return false;
  }
  return true;
}

// The numbers 0, 1, ... in the order of `keys` (numbers or texts; ties stay in order), downwards or upwards.
export function inOrderOf(keys, down) {
  const texts = typeof keys[0] === "string",
    unique = texts ? [...new Set(keys)].sort() : [];
  const rank = new Map(unique.map((text, number) => [text, number]));
  const values = Float64Array.from(keys, (key) => (down ? -1 : 1) * (texts ? rank.get(key) : key));
  return Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
}

// Go on with a generator in slices while `wanted` says so; gives what it returns, or undefined where it was not wanted to the end.
export async function inTurns(steps, wanted) {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - rested > SLICE) {
      await pause();
      if (!wanted()) return undefined;
    }
  }
}
