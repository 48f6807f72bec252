// State: what is chosen and which drawing is shown, kept in the address so that a link restores it.
let chosen = "";

function choose(id, first) {
  chosen = id && exists(id) ? id : "";
  showPanel(chosen, first);
  highlight(chosen);
  remember();
}

function remember() {
  const hash = "#" + mode + (chosen ? "/" + slugOf(chosen) : "");
  if (location.hash !== hash) {
    try { history.pushState(null, "", hash); } catch (error) { if (error.name !== "SecurityError") throw error; } // a frame without an address of its own
  }
}

function restore() {
  const [wanted, slug] = decodeURIComponent(location.hash.slice(1)).split("/"), id = slug ? idOfSlug(slug) : "";
  setMode(wanted === "company" ? "company" : "affiliation", false);
  chosen = id && exists(id) ? id : "";
  showPanel(chosen);
  highlight(chosen);
}

function setMode(next, tell) {
  mode = next;
  ego = "";
  ["affiliation", "company"].forEach((name) => document.getElementById("mode-" + name).setAttribute("aria-pressed", String(name === mode)));
  draw();
  legend();
  if (tell) { showPanel(chosen); highlight(chosen); remember(); }
}

function refilter() {
  ["since", "until"].forEach((name) => {
    const input = document.getElementById(name), value = input.value.trim(), good = !value || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value);
    input.setAttribute("aria-invalid", String(!good));
    filter[name] = good ? value : "";
  });
  filter.undated = document.getElementById("undated").checked;
  const ticks = [...document.querySelectorAll("#roles input")];
  filter.roles = ticks.every((tick) => tick.checked) ? null : new Set(ticks.filter((tick) => tick.checked).map((tick) => tick.value));
  draw();
  highlight(chosen);
}

function begin() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  const unresolved = Object.values(DATA.unresolved).reduce((a, b) => a + b, 0);
  document.getElementById("counts").textContent = [
    Object.keys(DATA.documents).length + " " + T.documents, DATA.meetings.length + " " + T.meetings.toLowerCase(), DATA.people.length + " " + T.people, unresolved + " " + T.unresolved,
  ].join(" · ");
  const present = ORDER.filter((role) => DATA.there.some((row) => row[2] === role));
  document.getElementById("roles").replaceChildren(...present.map((role) => make("label", {}, make("input", { type: "checkbox", value: role, checked: "" }), " " + T[role])));
  document.getElementById("filters").addEventListener("change", refilter);
  document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("reset-filters").addEventListener("click", () => {
    document.getElementById("filters").reset();
    refilter();
    choose("");
  });
  ["affiliation", "company"].forEach((name) => document.getElementById("mode-" + name).addEventListener("click", () => setMode(name, true)));
  document.getElementById("fit").addEventListener("click", () => { if (ego) { ego = ""; draw(); highlight(chosen); } fit(); });
  const zoom = (factor) => { network.moveTo({ scale: network.getScale() * factor, animation: false }); };
  document.getElementById("closer").addEventListener("click", () => zoom(1.3));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
  document.getElementById("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    draw();
    highlight(chosen);
  });
  document.getElementById("png").addEventListener("click", () => {
    const canvas = document.querySelector("#network canvas"), copy = document.createElement("canvas");
    copy.width = canvas.width; copy.height = canvas.height;
    const pen = copy.getContext("2d");
    pen.fillStyle = colours().paper;
    pen.fillRect(0, 0, copy.width, copy.height);
    pen.drawImage(canvas, 0, 0);
    make("a", { href: copy.toDataURL("image/png"), download: "network.png" }).click();
  });
  window.addEventListener("popstate", restore);
  restore();
  // For tests: where a node stands on the screen.
  window.sederunt = { where: (id) => network.canvasToDOM(network.getPosition(id)), choose, nodes: () => nodes.getIds(), edges: () => edges.getIds(), mode: () => mode };
}

begin();
