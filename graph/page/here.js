// Where the reader is: what several modules read, and some set.
export const here = {
  mode: "affiliation", // the drawing that is shown, or "company"
  chosen: "", // the id of the thing whose panel is open
  ego: "", // the node around which alone something is drawn ...
  depth: 1, // ... and to how many steps
  turned: false, // whether what Python laid flat stands up
  network: null, // vis-network
  nodes: null, // its data set
  lit: null, // the ids that stand out, and their lines
  litLines: [],
  pointedAt: "", // the node under the pointer
  pointedLine: null,
};
