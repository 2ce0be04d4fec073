import type {Random} from '../../engine/random.js';

/** Draws one thing around the origin, about 100 units high, as SVG elements. */
export type DrawThing = (random: Random) => string;

export type Point = readonly [x: number, y: number];

/** A colour near the given hue (degrees), saturation and lightness (percent), each drawn within its spread. */
export function colour(random: Random, [hue, saturation, lightness]: readonly number[], spread: readonly [number, number, number]): string {
  const near = (middle = 0, range = 0) => Math.round(random.uniform(middle - range, middle + range));
  return hsl(near(hue, spread[0]), near(saturation, spread[1]), near(lightness, spread[2]));
}

/** A colour by hue (degrees), saturation and lightness (percent). */
export function hsl(hue: number, saturation: number, lightness: number): string {
  const within = (value: number) => Math.min(Math.max(value, 0), 100);
  return `hsl(${(hue + 360) % 360}, ${within(saturation)}%, ${within(lightness)}%)`;
}

/** A closed shape of straight edges. */
export function polygon(points: readonly Point[], attributes: string): string {
  return `<polygon points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" ${attributes}/>`;
}

export function line([x1, y1]: Point, [x2, y2]: Point, attributes: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" ${attributes}/>`;
}

/** A gradient from left to right; `stops` are colours at equal distances, or colour and opacity. */
export function gradient(id: string, stops: ReadonlyArray<string | readonly [string, number]>, direction = 'x2="1" y2="0"'): string {
  const marks = stops.map((stop, index) => {
    const [shade, opacity] = typeof stop === 'string' ? [stop, 1] : stop;
    return `<stop offset="${round(index / (stops.length - 1))}" stop-color="${shade}" stop-opacity="${opacity}"/>`;
  });
  return `<linearGradient id="${id}" x1="0" y1="0" ${direction}>${marks.join('')}</linearGradient>`;
}

/** Two decimals: enough for the eye, and the same text on every machine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
