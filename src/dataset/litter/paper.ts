import type {Random} from '../../engine/random.js';
import {hsl, line, polygon, type Point} from './svg.js';

/** A printed sheet with a turned corner, or one that was crumpled into facets. */
export function paper(random: Random): string {
  const [hue, saturation, lightness] = [random.uniform(30, 230), random.uniform(0, 22), random.uniform(84, 96)];
  return random.boolean(0.6) ? sheet(random, hue, saturation, lightness) : ball(random, hue, saturation, lightness);
}

function sheet(random: Random, hue: number, saturation: number, lightness: number): string {
  const [halfWidth, halfHeight, corner] = [random.uniform(26, 38), random.uniform(36, 50), random.uniform(7, 15)];
  const loose = () => random.uniform(-3, 3);
  const edge = `stroke="${hsl(hue, saturation, lightness - 28)}" stroke-width="0.9"`;
  const ink = hsl(random.uniform(0, 360), random.uniform(0, 30), random.uniform(25, 55));
  const count = random.integer(9) + 3;
  const text = Array.from({length: count}, (_, index) => {
    const y = -halfHeight + corner + 6 + (index * 6.4);
    const attributes = `stroke="${ink}" stroke-width="1.9" opacity="0.7"`;
    return y > halfHeight - 5 ? '' : line([-halfWidth + 6, y], [(halfWidth * random.uniform(0.2, 1)) - 6, y], attributes);
  });
  return [
    polygon([
      [-halfWidth + loose(), -halfHeight + loose()],
      [halfWidth - corner, -halfHeight],
      [halfWidth, -halfHeight + corner],
      [halfWidth + loose(), halfHeight + loose()],
      [-halfWidth + loose(), halfHeight + loose()],
    ], `fill="${hsl(hue, saturation, lightness)}" ${edge}`),
    polygon(
      [[halfWidth - corner, -halfHeight], [halfWidth, -halfHeight + corner], [halfWidth - corner, -halfHeight + corner]],
      `fill="${hsl(hue, saturation, lightness - 14)}" ${edge}`,
    ),
    ...text,
    random.boolean(0.3) ? stamp(random, -halfWidth + 8) : '',
  ].join('');
}

function stamp(random: Random, x: number): string {
  return `<rect x="${x}" y="4" width="20" height="16" fill="${hsl(random.uniform(0, 360), 50, 60)}" opacity="0.8"/>`;
}

function ball(random: Random, hue: number, saturation: number, lightness: number): string {
  const count = 11;
  const rim = Array.from({length: count}, (_, index): Point => {
    const angle = (index / count * 2 * Math.PI) + random.uniform(-0.2, 0.2);
    const radius = random.uniform(30, 44);
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });
  const inner = rim.map(([x, y]): Point => [(x * 0.45) + random.uniform(-8, 8), (y * 0.45) + random.uniform(-8, 8)]);
  const facet = (points: readonly Point[]) => {
    const shade = hsl(hue, saturation, lightness - random.uniform(0, 26));
    return polygon(points, `fill="${shade}" stroke="${hsl(hue, saturation, lightness - 24)}" stroke-width="0.5"`);
  };

  const around = rim.flatMap((point, index) => {
    const next = (index + 1) % count;
    return [facet([point, rim[next]!, inner[index]!]), facet([rim[next]!, inner[next]!, inner[index]!])];
  });
  const middle = inner.map((point, index) => facet([point, inner[(index + 1) % count]!, [0, 0]]));
  return [...around, ...middle].join('');
}
