// Time: a histogram of the meetings with a window on it, moved by hand, by steps, or by itself. The window is the filter "from - to".
import { acts } from "./acts.js";
import { T, atMeeting } from "./data.js";
import { changed, filter, passing } from "./filters.js";
import { byId, make, sayNumber } from "./text.js";
import { keepInAddress } from "./address.js";
import { binLabels, bins, histogram, timing } from "./timebins.js";
import { undatedMeetings } from "./filterform.js";
import { brush, pauseTime, play, setWindow, stepTime } from "./timesteps.js";

function makeTimeline() {
  const undated = undatedMeetings();
  byId("time").hidden = bins.length < 2;
  if (bins.length < 2) return;
  ["time-from", "time-to"].forEach((name) => {
    byId(name).max = String(bins.length - 1);
  });
  const labelled = binLabels(byId("bars").clientWidth);
  byId("bars").replaceChildren(
    ...bins.map((bin, at) =>
      make(
        "div",
        { class: "bin", title: bin.name, "data-said": labelled.get(at) || "" },
        make("i", { class: "whole" }),
        make("i", { class: "part" }),
      ),
    ),
  );
  byId("undated-bin").hidden = !undated;
  byId("undated-bin-count").textContent = undated.toLocaleString(T.language);
  readTime();
}

// The window that the date filters stand for.
function readTime() {
  const since = filter.since ? (filter.since + "-01-01").slice(0, 10) : "",
    until = filter.until ? (filter.until + (filter.until.length === 4 ? "-12-31" : "-31")).slice(0, 10) : "";
  const from = since ? bins.findIndex((bin) => bin.last >= since) : 0,
    to = until ? bins.findLastIndex((bin) => bin.first <= until) : bins.length - 1;
  timing.from = from < 0 ? bins.length - 1 : from;
  timing.to = Math.max(timing.from, to);
}

export function tellTime() {
  if (bins.length < 2) return;
  readTime();
  const { bits, there } = passing(),
    whole = histogram((m) => (atMeeting.get(m) || []).length > 0),
    part = histogram((m) => (bits[m] & ~1) === 0 && (there[m] > 0 || bits[m] === 1));
  const most = whole.reduce((top, count) => Math.max(top, count), 1e-9);
  [...byId("bars").children].forEach((bar, at) => {
    const height = (count) => (count ? Math.max(4, (100 * count) / most) : 0) + "%";
    bar.firstChild.style.height = height(whole[at]);
    bar.lastChild.style.height = height(part[at]);
    bar.classList.toggle("out", at < timing.from || at > timing.to);
    bar.title = bins[at].name + ": " + sayNumber(Math.round(whole[at] * 10) / 10);
  });
  ["from", "to"].forEach((name) => {
    const input = byId("time-" + name),
      said = bins[timing[name]].name;
    input.value = String(timing[name]);
    input.setAttribute("aria-valuetext", said);
  });
  byId("time-from").disabled = timing.cumulative;
  byId("undated-tick").checked = filter.undated;
  byId("time-kind").value = timing.cumulative ? "cumulative" : "window";
  const all = timing.from === 0 && timing.to === bins.length - 1;
  byId("time-said").textContent = all
    ? T.allTime
    : timing.from === timing.to
      ? bins[timing.to].name
      : bins[timing.from].name + " – " + bins[timing.to].name;
}

export function listenTime() {
  makeTimeline();
  const click = (name, action) => byId(name).addEventListener("click", action);
  click("time-play", play);
  click("time-back", () => stepTime(-1));
  click("time-on", () => stepTime(1));
  click("time-all", () => {
    pauseTime();
    changed({ since: "", until: "" });
    acts.refilter();
  });
  byId("time-from").addEventListener("input", (event) =>
    setWindow(Math.min(Number(event.target.value), timing.to), timing.to),
  );
  byId("time-to").addEventListener("input", (event) =>
    setWindow(timing.from, Math.max(Number(event.target.value), timing.from)),
  );
  byId("undated-tick").addEventListener("change", (event) => {
    changed({ undated: event.target.checked });
    acts.refilter();
  });
  byId("time-kind").addEventListener("change", (event) => {
    timing.cumulative = event.target.value === "cumulative";
    setWindow(timing.from, timing.to);
  });
  ["pointerdown", "pointermove", "pointerup"].forEach((name) => byId("bars").addEventListener(name, brush));
}

keepInAddress(
  "time",
  () => (timing.cumulative ? "cumulative" : ""),
  (text) => {
    timing.cumulative = text === "cumulative";
  },
);

Object.assign(acts, { tellTime });
