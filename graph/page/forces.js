// Physics on request: vis lets the nodes that are shown push and pull each other, until somebody stops it; one click puts them back.
import { here } from "./here.js";
import { acts } from "./acts.js";
import { T } from "./data.js";
import { byId } from "./text.js";
import { scene } from "./scene.js";
import { fit } from "./camera.js";

const MOST_IN_MOTION = 1200;
export const forces = { running: false, timer: 0 };

export function startForces() {
  if (scene.shown.length > MOST_IN_MOTION) {
    byId("look-note").textContent = T.tooManyForForces + " " + MOST_IN_MOTION.toLocaleString(T.language) + ".";
    return;
  }
  forces.running = true;
  byId("forces").textContent = T.stopForces;
  scene.shown.forEach((spot) => {
    spot.body.options.physics = true;
  });
  here.network.body.data.edges.add(
    scene.lines
      .filter((line) => line.shown)
      .map((line) => ({ id: line.id, from: line.from.id, to: line.to.id, hidden: true })),
  );
  here.network.setOptions({
    physics: {
      enabled: true,
      stabilization: false,
      barnesHut: { gravitationalConstant: -2600, springLength: 60, springConstant: 0.04, avoidOverlap: 0.3 },
    },
  });
  here.network.startSimulation();
  forces.timer = setInterval(() => {
    scene.stirred += 1;
  }, 500);
}

export function stopForces() {
  if (!forces.running) return;
  forces.running = false;
  clearInterval(forces.timer);
  byId("forces").textContent = T.forces;
  here.network.stopSimulation();
  here.network.setOptions({ physics: { enabled: false } });
  here.network.body.data.edges.clear();
  scene.spots.forEach((spot) => {
    if (spot.body) spot.body.options.physics = false;
  });
  scene.stirred += 1;
}

// Every node where Python put it.
export function putBack() {
  stopForces();
  scene.spots.forEach((spot) => {
    if (spot.body) Object.assign(spot.body, { x: spot.x, y: spot.y });
  });
  scene.stirred += 1;
  fit();
  acts.redrawSoon();
}
