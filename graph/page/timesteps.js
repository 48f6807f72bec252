// The window on time in motion: by hand, by steps, by itself.
import { acts } from "./acts.js";
import { T } from "./data.js";
import { changed } from "./filters.js";
import { byId } from "./text.js";
import { remember } from "./address.js";
import { bins, timing } from "./timebins.js";

const PACE = 900; // milliseconds for a step


// Move the window; at an end of the corpus the filter is open, so that dates which reach over it stay in.
export function setWindow(from, to, step = false) {
  const low = timing.cumulative ? 0 : Math.max(0, Math.min(from, bins.length - 1)),
    high = Math.max(low, Math.min(to, bins.length - 1));
  changed({ since: low > 0 ? bins[low].first : "", until: high < bins.length - 1 ? bins[high].last : "" });
  acts.refilter(step);
}

export function stepTime(by) {
  const { from, to, cumulative } = timing,
    wide = to - from;
  if (cumulative) return setWindow(0, to + by);
  if (wide === bins.length - 1)
    return by > 0 ? setWindow(0, startWidth()) : setWindow(bins.length - 1 - startWidth(), bins.length - 1);
  const start = Math.max(0, Math.min(from + by, bins.length - 1 - wide));
  return setWindow(start, start + wide);
}

// How wide a window begins: a sixth of the whole.
const startWidth = () => Math.max(0, Math.round(bins.length / 6) - 1);

export function play() {
  if (timing.timer) return pauseTime();
  if (timing.to === bins.length - 1)
    setWindow(0, timing.cumulative ? 0 : timing.from > 0 ? timing.to - timing.from : startWidth());
  timing.timer = setInterval(() => {
    if (timing.to >= bins.length - 1) pauseTime();
    else stepTime(1);
  }, PACE);
  byId("time-play").textContent = "❚❚";
  byId("time-play").setAttribute("aria-label", T.pauseTime);
  return undefined;
}

export function pauseTime() {
  clearInterval(timing.timer);
  timing.timer = 0;
  byId("time-play").textContent = "▶";
  byId("time-play").setAttribute("aria-label", T.play);
  remember();
}

// Press on a bar and draw: the window spans what was drawn over.
export function brush(event) {
  const box = byId("bars").getBoundingClientRect(),
    at = Math.max(
      0,
      Math.min(bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bins.length)),
    );
  if (event.type === "pointerdown") {
    timing.pressed = at;
    byId("bars").setPointerCapture(event.pointerId);
  }
  if (timing.pressed < 0) return;
  setWindow(Math.min(at, timing.pressed), Math.max(at, timing.pressed));
  if (event.type === "pointerup") {
    timing.pressed = -1;
    remember();
  }
}
