import type {Random} from '../../engine/random.js';
import {gradient, hsl, polygon, round, type Point} from './svg.js';

/** What fits no bin: a torn snack wrapper, an apple core, a tied bag. */
export function trash(random: Random): string {
  const things = [wrapper, core, bag];
  return things[random.integer(things.length)]!(random);
}

function wrapper(random: Random): string {
  const [halfWidth, halfHeight] = [random.uniform(34, 46), random.uniform(20, 30)];
  const [hue, second] = [random.uniform(0, 360), random.uniform(0, 360)];
  const foil = gradient('foil', [hsl(hue, 80, 38), hsl(hue, 85, 62), hsl(hue, 75, 45), hsl(hue, 90, 70), hsl(hue, 80, 36)], 'x2="1" y2="0.6"');
  const teeth = (side: number) => Array.from({length: 9}, (_, index): Point => {
    const along = side * (halfHeight - (index * halfHeight / 4));
    return [side * (halfWidth + (index % 2 === 0 ? 0 : 5)), -along];
  });
  const star = Array.from({length: 16}, (_, index): Point => {
    const radius = index % 2 === 0 ? 15 : 9;
    return [Math.cos(index * Math.PI / 8) * radius, Math.sin(index * Math.PI / 8) * radius];
  });
  const fold = (share: number, bend: number, attributes: string) =>
    `<path d="M${round(halfWidth * share)},${round(-halfHeight * 0.75)} Q${round(bend)},0`
    + ` ${round(halfWidth * share)},${round(halfHeight * 0.75)}" fill="none" ${attributes}/>`;
  return [
    `<defs>${foil}</defs>`,
    polygon([...teeth(1), ...teeth(-1)], 'fill="url(#foil)" stroke="#00000055" stroke-width="0.8"'),
    polygon(star, `fill="${hsl(second, 90, 58)}"`),
    fold(-0.8, random.uniform(-10, 10), 'stroke="#fff" stroke-width="2" opacity="0.6"'),
    fold(0.75, random.uniform(10, 25), 'stroke="#000" stroke-width="1.6" opacity="0.3"'),
  ].join('');
}

function core(random: Random): string {
  const hue = random.boolean() ? random.uniform(0, 14) : random.uniform(70, 100);
  const waist = round(random.uniform(6, 11));
  const flesh = `M-22,-30 Q0,-22 22,-30 Q${waist - 2},-10 ${waist},4 Q${waist},18 20,32`
    + ` Q0,24 -20,32 Q${-waist},18 ${-waist},4 Q${2 - waist},-10 -22,-30 Z`;
  const skin = hsl(hue, 70, 40);
  return [
    `<path d="M0,-30 Q4,-42 ${round(random.uniform(4, 12))},-48" stroke="#4a2f1b" stroke-width="3" fill="none" stroke-linecap="round"/>`,
    `<path d="${flesh}" fill="${hsl(44, random.uniform(45, 65), random.uniform(70, 82))}" stroke="#8a6a34" stroke-width="1"/>`,
    `<path d="M-25,-30 Q-12,-43 0,-33 Q12,-43 25,-30 Q0,-20 -25,-30 Z" fill="${skin}"/>`,
    `<path d="M-23,33 Q0,42 23,33 Q0,22 -23,33 Z" fill="${skin}"/>`,
    '<ellipse cx="-2" cy="-3" rx="1.8" ry="4" fill="#3b2212"/><ellipse cx="3" cy="6" rx="1.8" ry="4" fill="#3b2212"/>',
    `<ellipse cx="${round(random.uniform(-5, 5))}" cy="16" rx="5" ry="3" fill="#7d5526" opacity="0.5"/>`,
  ].join('');
}

function bag(random: Random): string {
  const lightness = random.uniform(14, 34);
  const hue = random.uniform(200, 290);
  const half = round(random.uniform(30, 40));
  const folds = Array.from({length: 5}, (_, index) => {
    const x = round((index - 2) * half / 2.6);
    const path = `M${round(x / 5)},-24 Q${x},-8 ${round(x + random.uniform(-5, 5))},${round(random.uniform(14, 36))}`;
    return `<path d="${path}" fill="none" stroke="${hsl(hue, 12, lightness + 26)}" stroke-width="${round(random.uniform(1, 2.6))}" opacity="0.7"/>`;
  });
  return [
    `<path d="M-5,-26 L-16,-46 L-4,-38 L3,-48 L8,-37 L18,-44 L5,-26 Z" fill="${hsl(hue, 12, lightness + 6)}"/>`,
    `<path d="M-6,-26 Q${-half},-16 ${-half},14 Q${-half},46 0,46 Q${half},46 ${half},14 Q${half},-16 6,-26 Z" fill="${hsl(hue, 12, lightness)}"/>`,
    ...folds,
    `<rect x="-7" y="-29" width="14" height="5" rx="2" fill="${hsl(random.uniform(0, 360), 80, 50)}"/>`,
  ].join('');
}
