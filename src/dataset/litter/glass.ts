import type {Random} from '../../engine/random.js';
import {gradient, hsl, round} from './svg.js';

/** A bottle with a long neck, or a wide jar: dark edges, a clear middle and narrow lights. */
export function glass(random: Random): string {
  const [hue, saturation, lightness] = tint(random);
  const edge = hsl(hue, saturation, lightness - 18);
  const middle = hsl(hue, saturation, lightness + 12);
  const shine = gradient('glass', [[edge, 0.95], [middle, 0.6], [hsl(hue, saturation, lightness + 22), 0.4], [middle, 0.6], [edge, 0.95]]);
  const outline = random.boolean(0.65) ? bottle(random) : jar(random);
  return [
    `<defs>${shine}</defs>`,
    `<path d="${outline.path}" fill="url(#glass)" stroke="${hsl(hue, saturation, lightness - 26)}" stroke-width="1.6"/>`,
    `<path d="M${round(-outline.half * 0.62)},${outline.from} V38" stroke="#fff" stroke-width="${round(random.uniform(2, 4))}"`,
    ' stroke-linecap="round" opacity="0.75"/>',
    `<path d="M${round(outline.half * 0.7)},${outline.from + 8} V20" stroke="#fff" stroke-width="1.4" stroke-linecap="round" opacity="0.6"/>`,
    `<ellipse cx="0" cy="45" rx="${round(outline.half * 0.8)}" ry="4" fill="${edge}" opacity="0.7"/>`,
    random.boolean(0.35) ? label(random, outline.half) : '',
  ].join('');
}

function label(random: Random, half: number): string {
  const shade = hsl(random.uniform(0, 360), 35, 82);
  return `<rect x="${round(-half)}" y="4" width="${round(half * 2)}" height="24" fill="${shade}" opacity="0.85"/>`;
}

type Outline = {readonly path: string; readonly half: number; readonly from: number};

function bottle(random: Random): Outline {
  const [half, neck, shoulder] = [random.uniform(14, 20), random.uniform(4.5, 7), random.uniform(-16, -2)]
    .map(value => round(value)) as [number, number, number];
  const lip = neck + 1.5;
  const path = `M${-lip},-50 H${lip} V-45 H${neck} V${shoulder - 14} Q${neck},${shoulder - 4} ${half},${shoulder + 6} V46 Q${half},50 ${half - 4},50`
    + ` H${4 - half} Q${-half},50 ${-half},46 V${shoulder + 6} Q${-neck},${shoulder - 4} ${-neck},${shoulder - 14} V-45 H${-lip} Z`;
  return {path, half, from: shoulder + 10};
}

function jar(random: Random): Outline {
  const [half, mouth] = [random.uniform(24, 32), random.uniform(17, 22)].map(value => round(value)) as [number, number];
  const path = `M${-mouth},-40 H${mouth} V-30 Q${half},-28 ${half},-16 V44 Q${half},50 ${half - 6},50`
    + ` H${6 - half} Q${-half},50 ${-half},44 V-16 Q${-half},-28 ${-mouth},-30 Z`;
  return {path, half, from: -14};
}

/** Green, brown, blue or clear. */
function tint(random: Random): [number, number, number] {
  const tints = [[125, 38, 36], [28, 60, 30], [200, 22, 66], [170, 12, 72]] as const;
  const [hue, saturation, lightness] = tints[random.integer(tints.length)]!;
  return [hue + random.uniform(-15, 15), saturation, lightness + random.uniform(-6, 6)];
}
