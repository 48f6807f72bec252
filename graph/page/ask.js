// The drawer in which one asks. A name counts where it is one person's label, or where one label alone holds what is typed.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { T, exists, idOfSlug, nameOf, numberOf, slugOf } from "./data.js";
import { byId, make } from "./text.js";
import { apply } from "./scene.js";
import { keepInAddress } from "./address.js";
import { fit } from "./camera.js";
import { showDrawer } from "./drawers.js";
import { index, plain } from "./search.js";

const MOST_OFFERED = 12;

function offered(kind, text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return index && words.length
    ? index.filter((row) => row[0][0] === kind && words.every((word) => row[2].includes(word)))
    : [];
}

function thingOf(input) {
  const kind = input.dataset.kind,
    text = input.value.trim(),
    found = offered(kind, text),
    exact = found.filter((row) => row[1] === text);
  const id = exact.length === 1 ? exact[0][0] : found.length === 1 ? found[0][0] : "";
  input.setAttribute("aria-invalid", String(!id));
  return id;
}

function offer(event) {
  const input = event.target;
  if (!input.dataset.kind) return;
  byId("offers").replaceChildren(
    ...offered(input.dataset.kind, input.value)
      .sort((a, b) => b[4] - a[4])
      .slice(0, MOST_OFFERED)
      .map((row) => make("option", { value: row[1] }, row[3])),
  );
}

function answer(make_, inputs) {
  const things = inputs.map(thingOf),
    missing = inputs.find((_, n) => !things[n]);
  byId("ask-said").textContent = missing
    ? offered(missing.dataset.kind, missing.value).length > 1
      ? T.severalOfThatName
      : T.nobodyOfThatName
    : "";
  if (missing) {
    missing.focus();
    return;
  }
  const id = make_(things.map(numberOf));
  if (!exists(id)) {
    byId("ask-said").textContent = T.twoNeeded;
    return;
  }
  showDrawer("");
  if (here.ego) {
    here.ego = "";
    apply();
  }
  acts.choose(id);
  byId("panel").focus();
}

// With the person filled in whom one looks at.
export function askAbout(id) {
  ["way-from", "common-1"].forEach((name) => {
    byId(name).value = nameOf(id);
  });
  showDrawer("ask");
  byId("way-to").focus();
}

function personInput(number) {
  return make(
    "label",
    {},
    make("span", {}, String(number)),
    make("input", {
      id: "common-" + number,
      type: "text",
      "data-kind": "p",
      list: "offers",
      autocomplete: "off",
      "aria-label": T.official + " " + number,
    }),
  );
}

export function listenAsk() {
  const several = byId("common-people"),
    body = byId("missing-body");
  several.append(personInput(1), personInput(2));
  byId("ask").addEventListener("input", offer);
  byId("ask").addEventListener("focusin", offer);
  byId("common-more").addEventListener("click", () => {
    several.append(personInput(several.children.length + 1));
    several.lastChild.querySelector("input").focus();
  });
  const on = (name, action) =>
    byId(name).addEventListener("submit", (event) => {
      event.preventDefault();
      action();
    });
  on("ask-way", () => answer(([a, b]) => "w" + [a, b, 0].join("."), [byId("way-from"), byId("way-to")]));
  on("ask-common", () =>
    answer(
      (people) => "c" + [...new Set(people)].join("."),
      [...several.querySelectorAll("input")].filter((input, n) => n < 2 || input.value.trim()),
    ),
  );
  on("ask-missing", () =>
    answer(
      ([number]) => "g" + number + "." + Math.max(1, Math.round(Number(byId("missing-last").value) || 3)),
      [body],
    ),
  );
}

// In the address: what the drawing is narrowed to, and how far around.
keepInAddress(
  "around",
  () => (here.ego ? slugOf(here.ego) + "~" + here.depth : ""),
  (text) => {
    const [slug, far] = text.split("~"),
      id = slug ? idOfSlug(slug) : "",
      other = here.ego !== id || (id && here.depth !== Number(far));
    here.ego = id;
    here.depth = Math.max(1, Math.min(3, Number(far) || 1));
    if (here.network && other) {
      apply();
      fit();
    }
  },
);
