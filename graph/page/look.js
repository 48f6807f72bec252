// How the drawing looks: what size, colour and the rest stand for, as the drawer "Look" sets it.
import { DATA } from "./data.js";

export const CROWD = 700; // nodes from which on they are drawn smaller, so that the lines between them are seen

export const LOOK = {
  size: "meetings",
  colour: DATA.drawn.affiliation.nodes.length > CROWD ? "community" : "kind", // kinds alone tell little of a crowd
  palette: "twelve",
  bodies: "nodes",
  names: "some",
  fade: true,
};

export const look = { ...LOOK };

export const NUMBERS = [
  "meetings",
  "degree",
  "strength",
  "pagerank",
  "core",
  "closeness",
  "betweenness",
  "clustering",
];

export const GROUPS = ["community", "body", "place", "level"];
