// The line above the drawing: how much of the corpus is shown, how much is not drawn, and why nothing is where nothing is.
function tellWhatIsDrawn() {
  const empty = byId("empty"),
    leave = byId("leave-ego");
  empty.hidden = scene.shown.length > 0;
  empty.textContent = whyEmpty();
  leave.hidden = !ego;
  if (ego)
    leave.textContent =
      T.neighbourhood +
      " " +
      short(nameOf(ego), 40) +
      (depth > 1 ? ", " + counted(depth, T.stepsCount) : "") +
      " ✕";
  leave.setAttribute("aria-label", T.all);
  byId("counts").textContent = countsSaid().join(" · ");
  tellTies();
}

// In the drawing of who sat with whom: every tie, or those that are more than chance; the drawer of filters has more levels.
function tellTies() {
  byId("ties").hidden = mode !== "company" || !tested;
  byId("ties-all").setAttribute("aria-pressed", String(filter.alpha === 1));
  byId("ties-chance").setAttribute("aria-pressed", String(filter.alpha < 1));
}

function listenTies() {
  const set = (alpha) => () => {
    if (alpha === 1 || filter.alpha === 1) changed({ alpha });
    refilter();
  };
  byId("ties-all").addEventListener("click", set(1));
  byId("ties-chance").addEventListener("click", set(0.05));
}

function whyEmpty() {
  if (!DATA.drawn[mode].nodes.length)
    return mode === "company" && DATA.drawn.affiliation.nodes.length ? T.emptyCompany : T.empty;
  return mode === "company" && filter.alpha < 1 && !DATA.ties.some((_, number) => moreThanChance(number))
    ? noTieSaid()
    : T.emptyFilter;
}

function countsSaid() {
  const state = passing(),
    { hidden } = DATA.drawn[mode];
  const counts = filtersActive()
    ? [
        state.meetings + " " + T.of + " " + counted(SIZE.meetings, T.meetingsCount),
        state.people + " " + T.of + " " + counted(thereOf.size, T.peopleCount),
      ]
    : [
        counted(Object.keys(DATA.documents).length, T.documentsCount),
        counted(SIZE.meetings, T.meetingsCount),
        counted(SIZE.people, T.peopleCount),
        counted(DATA.unresolved, T.unresolvedCount),
      ];
  if (mode === "company") {
    if (filter.alpha < 1) counts.push(alphaSaid());
    const alone = state.met.reduce((sum, meetings, n) => sum + Number(meetings > 0 && !tiesOf.has(n)), 0);
    if (alone) counts.push(counted(alone, T.aloneCount));
  }
  const left = hidden - broughtIn[mode].size;
  if (left > 0) counts.push(counted(left, T.hiddenCount));
  return counts;
}
