// The outlines of the wijken, and in which of them a position lies.

/** The wijken as a GeoJSON FeatureCollection. */
export async function fetchWijken(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/** The name of the wijk that a position [longitude, latitude] lies in, if it does. */
export function wijkAt(wijken, position) {
  return wijken.features.find(({ geometry }) => covers(ringsOf(geometry), position))?.properties.name;
}

const ringsOf = ({ type, coordinates }) => (type === "Polygon" ? coordinates : coordinates.flat());

/** Whether a line from the position to the east crosses the rings an odd number of times. Holes count as rings. */
function covers(rings, [x, y]) {
  let isInside = false;
  for (const ring of rings) {
    ring.forEach(([toX, toY], index) => {
      const [fromX, fromY] = ring.at(index - 1);
      if (fromY > y !== toY > y && x < fromX + ((toX - fromX) * (y - fromY)) / (toY - fromY)) isInside = !isInside;
    });
  }
  return isInside;
}
