/** Something that keeps a lock from being written. */
export interface Obstacle {
  /** What is wrong, without the place. */
  readonly message: string;
  /** A region, and what else sets the case apart. */
  readonly place: string;
  readonly advice: string;
}

/** All obstacles as text: what is the same in many places is said once. */
export function obstacleText(obstacles: readonly Obstacle[]): string {
  const places = new Map<string, { obstacle: Obstacle; places: string[] }>();
  for (const obstacle of obstacles) {
    const key = `${obstacle.message}\n${obstacle.advice}`;
    const known = places.get(key) ?? { obstacle, places: [] };
    known.places.push(obstacle.place);
    places.set(key, known);
  }
  return [...places.values()]
    .map(({ obstacle: { message, advice }, places: own }) => {
      return `  ${[...new Set(own)].sort().join(', ')}: ${message}\n    ${advice}`;
    })
    .join('\n');
}
