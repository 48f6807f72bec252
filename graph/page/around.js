// What surrounds the chosen thing, one step or more, in the drawing.
function aroundButtons(id) {
  if (!"pmb".includes(id[0]) || (mode === "company" && id[0] !== "p")) return null;
  const button = (far) =>
    make(
      "button",
      {
        type: "button",
        "aria-pressed": String(ego === id && depth === far),
        "aria-label": counted(far, T.stepsCount),
        click: () => {
          showTable("");
          focusOn(id, far);
        },
      },
      String(far),
    );
  return make(
    "p",
    { class: "around" },
    T.neighbourhood + " ",
    ...[1, 2, 3].map(button),
    T.stepsCount[1],
    id[0] === "p" ? make("button", { type: "button", click: () => askAbout(id) }, T.ask) : null,
  );
}

function focusOn(id, far = 1) {
  ego = id;
  depth = far;
  bringIn(id);
  apply();
  fit();
  choose(id);
}

function leaveEgo() {
  ego = "";
  apply();
  fit();
  showPanel(chosen);
  spotlight(chosen);
  remember();
}
