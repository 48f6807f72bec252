// In the address: each filter that narrows, by name. A facet's values stand between "~".
import { decoded } from "./data.js";
import { ALPHAS, DAY, FACETS, changed, filter } from "./filters.js";
import { keepInAddress } from "./address.js";

["since", "until"].forEach((name) =>
  keepInAddress(
    name,
    () => filter[name],
    (text) => changed({ [name]: DAY.test(text) ? text : "" }),
  ),
);

keepInAddress(
  "undated",
  () => (filter.undated ? "" : "no"),
  (text) => changed({ undated: text !== "no" }),
);

[
  ["confidence", 0],
  ["times", 1],
  ["alpha", 1],
].forEach(([name, all]) =>
  keepInAddress(
    name,
    () => (filter[name] === all ? "" : String(filter[name])),
    (text) => {
      const value = Number(text);
      const good = text && value > 0 && (name !== "alpha" || ALPHAS.includes(value));
      changed({ [name]: good ? value : all });
    },
  ),
);

Object.keys(FACETS).forEach((name) =>
  keepInAddress(
    name,
    () => (filter[name] ? [...filter[name]].map(encodeURIComponent).join("~") + "~" : ""),
    (text) => changed({ [name]: text ? new Set(text.slice(0, -1).split("~").map(decoded)) : null }),
  ),
);
