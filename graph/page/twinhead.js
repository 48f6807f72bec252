// The headings of the table twin; one of them sorts.
import { acts } from "./acts.js";
import { byId, make } from "./text.js";
import { remember } from "./address.js";
import { ROW, tableOf, twin } from "./tabledata.js";

// In pixels: what a column of so great a share of the width needs to be read.
function leastWidth(share) {
  return Math.round(26 + share * 46);
}

export function makeHead() {
  const columns = tableOf().columns,
    grid = byId("twin-grid");
  grid.style.setProperty(
    "--columns",
    columns.map(([, , share]) => "minmax(" + leastWidth(share) + "px, " + share + "fr)").join(" "),
  );
  const least = columns.reduce((sum, [, , share]) => sum + leastWidth(share), 0);
  grid.style.setProperty("--least", least + "px");
  grid.setAttribute("aria-rowcount", String(twin.rows.length + 1));
  grid.setAttribute("aria-colcount", String(columns.length));
  grid.setAttribute("aria-label", tableOf().title());
  byId("twin-head").replaceChildren(
    ...columns.map(([title, , , isNumber], number) => {
      const own = number === twin.sort,
        head = make("div", {
          role: "columnheader",
          class: isNumber ? "number" : "",
          "aria-colindex": number + 1,
          "aria-sort": own ? (twin.down ? "descending" : "ascending") : "none",
        });
      head.append(
        make(
          "button",
          { type: "button", click: () => sortTwin(number) },
          title(),
          make("span", { "aria-hidden": "true" }, own ? (twin.down ? " ▼" : " ▲") : ""),
        ),
      );
      return head;
    }),
  );
  byId("twin-body").style.height = twin.rows.length * ROW + "px";
}

function sortTwin(number) {
  twin.down = number === twin.sort ? !twin.down : Boolean(tableOf().columns[number][3]);
  twin.sort = number;
  remember(false);
  acts.refreshTwin().then(() => byId("twin-head").children[number].firstChild.focus());
}
