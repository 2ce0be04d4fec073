import type {Random} from '../../engine/random.js';
import {colour, hsl, line, polygon, type Point} from './svg.js';

/** A box seen from a corner, or a flattened piece with its creases. */
export function cardboard(random: Random): string {
  return random.boolean(0.6) ? box(random) : sheet(random);
}

function box(random: Random): string {
  const [hue, saturation, lightness] = brown(random);
  const [half, height, tilt] = [random.uniform(30, 46), random.uniform(26, 52), random.uniform(12, 22)];
  const top = -height / 2;
  const face = (shade: number) =>
    `fill="${hsl(hue, saturation, lightness + shade)}" stroke="${hsl(hue, saturation, lightness - 24)}" stroke-width="0.8"`;
  const near: Point = [0, top + tilt];
  const strip = [[-0.56, -0.44], [-0.44, -0.56], [0.56, 0.44], [0.44, 0.56]].map(([x = 0, y = 0]): Point => [half * x, top + (tilt * y)]);
  const tape = hsl(hue + 5, saturation - 10, lightness + 16);
  return [
    polygon([[-half, top], near, [0, near[1] + height], [-half, top + height]], face(-4)),
    polygon([near, [half, top], [half, top + height], [0, near[1] + height]], face(-13)),
    polygon([[-half, top], [0, top - tilt], [half, top], near], face(8)),
    random.boolean(0.6) ? polygon(strip, `fill="${tape}"`) : '',
    random.boolean(0.5) ? polygon([near, [half, top], [half + 10, top + 11], [10, near[1] + 11]], face(3)) : '',
    random.boolean(0.5) ? polygon([[-half * 0.8, 6], [-half * 0.4, 12], [-half * 0.4, 24], [-half * 0.8, 18]], `fill="${hsl(hue, 10, 88)}"`) : '',
  ].join('');
}

function sheet(random: Random): string {
  const [hue, saturation, lightness] = brown(random);
  const [halfWidth, halfHeight] = [random.uniform(34, 50), random.uniform(28, 44)];
  const loose = () => random.uniform(-5, 5);
  const corners: Point[] = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x = 0, y = 0]) => [(x * halfWidth) + loose(), (y * halfHeight) + loose()]);
  const ribs = Array.from({length: Math.floor(halfWidth / 3.2)}, (_, index) => {
    const x = -halfWidth + 5 + (index * 6.2);
    return line([x, -halfHeight + 6], [x, halfHeight - 6], `stroke="${hsl(hue, saturation, lightness - 5)}" stroke-width="1.4"`);
  });
  const crease = random.uniform(-halfHeight / 2, halfHeight / 2);
  return [
    polygon(corners, `fill="${hsl(hue, saturation, lightness)}" stroke="${hsl(hue, saturation, lightness - 22)}" stroke-width="1.5"`),
    ...ribs,
    line([-halfWidth, crease], [halfWidth, crease + loose()], `stroke="${hsl(hue, saturation, lightness - 20)}" stroke-width="2"`),
    random.boolean(0.4) ? stain(random, [hue, saturation, lightness - 14], loose) : '',
  ].join('');
}

function stain(random: Random, shade: [number, number, number], loose: () => number): string {
  const place = `cx="${loose() * 3}" cy="${loose() * 3}" rx="12" ry="9"`;
  return `<ellipse ${place} fill="${colour(random, shade, [4, 5, 4])}" opacity="0.6"/>`;
}

function brown(random: Random): [number, number, number] {
  return [random.uniform(22, 38), random.uniform(28, 52), random.uniform(48, 66)];
}
