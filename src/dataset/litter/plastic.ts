import type {Random} from '../../engine/random.js';
import {gradient, hsl, round} from './svg.js';

/** A ribbed bottle with a bright cap, or a cup, straw and all. */
export function plastic(random: Random): string {
  return random.boolean(0.6) ? bottle(random) : cup(random);
}

function bottle(random: Random): string {
  const [half, neck] = [round(random.uniform(14, 20)), round(random.uniform(5, 7))];
  const hue = random.uniform(170, 240);
  const [saturation, lightness] = [random.uniform(15, 60), random.uniform(66, 84)];
  const cap = hsl(random.uniform(0, 360), random.uniform(60, 95), random.uniform(35, 55));
  const label = hsl(random.uniform(0, 360), random.uniform(55, 95), random.uniform(40, 62));
  const edge = hsl(hue, saturation, lightness - 22);
  const [clear, bright] = [hsl(hue, saturation, lightness), hsl(hue, saturation, lightness + 12)];
  const film = gradient('film', [[edge, 0.8], [bright, 0.45], [hsl(hue, saturation, 96), 0.6], [clear, 0.45], [edge, 0.8]]);
  const path = `M${-neck},-40 H${neck} Q${neck},-30 ${half},-20 V44 Q${half},50 ${half - 5},49`
    + ` Q0,45 ${5 - half},49 Q${-half},50 ${-half},44 V-20 Q${-neck},-30 ${-neck},-40 Z`;
  const rings = [-14, 24, 30, 36, 42].map(y =>
    `<path d="M${-half},${y} Q0,${y + 4} ${half},${y}" fill="none" stroke="${edge}" stroke-width="1.5" opacity="0.85"/>`);
  return [
    `<defs>${film}</defs>`,
    `<path d="${path}" fill="url(#film)" stroke="${hsl(hue, saturation, lightness - 34)}" stroke-width="1"/>`,
    ...rings,
    random.boolean(0.75)
      ? `<rect x="${-half}" y="-8" width="${half * 2}" height="${round(random.uniform(14, 28))}" fill="${label}" opacity="0.9"/>`
      : '',
    `<rect x="${-neck - 1.5}" y="-50" width="${(neck * 2) + 3}" height="10" rx="1.5" fill="${cap}"/>`,
  ].join('');
}

function cup(random: Random): string {
  const [top, bottom, height] = [random.uniform(24, 32), random.uniform(15, 21), random.uniform(30, 42)]
    .map(value => round(value)) as [number, number, number];
  const [hue, saturation, lightness] = [random.uniform(0, 360), random.uniform(55, 95), random.uniform(45, 72)];
  const shade = gradient('wall', [hsl(hue, saturation, lightness - 14), hsl(hue, saturation, lightness + 14), hsl(hue, saturation, lightness - 16)]);
  const straw = `<path d="M${round(random.uniform(-6, 10))},${-height} L${round(random.uniform(8, 20))},-62"`
    + ` stroke="${hsl(random.uniform(0, 360), 80, 55)}" stroke-width="4" stroke-linecap="round"/>`;
  return [
    `<defs>${shade}</defs>`,
    `<ellipse cx="0" cy="${-height}" rx="${top}" ry="7" fill="${hsl(hue, saturation, lightness - 22)}"/>`,
    random.boolean(0.55) ? straw : '',
    `<path d="M${-top},${-height} Q0,${-height + 14} ${top},${-height} L${bottom},${height}`,
    ` Q0,${height + 9} ${-bottom},${height} Z" fill="url(#wall)"/>`,
    `<path d="M${-top},${-height} Q0,${-height + 14} ${top},${-height}" fill="none" stroke="#fff" stroke-width="2.4" opacity="0.8"/>`,
    `<path d="M${round(-top * 0.6)},${round(-height * 0.5)} L${round(-bottom * 0.65)},${round(height * 0.8)}"`,
    ' stroke="#fff" stroke-width="3" stroke-linecap="round" opacity="0.5"/>',
  ].join('');
}
