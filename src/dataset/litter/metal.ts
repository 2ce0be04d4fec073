import type {Random} from '../../engine/random.js';
import {gradient, hsl, line, round} from './svg.js';

/** A drink can with a printed belt, dented or not, or a tin with ribs: bands of light and dark along the side. */
export function metal(random: Random): string {
  const isTin = random.boolean(0.4);
  const half = round(random.uniform(20, 27) + (isTin ? 4 : 0));
  const height = round(random.uniform(34, 44) - (isTin ? 8 : 0));
  const rim = round(half * random.uniform(0.2, 0.34));
  const body = `M${-half},${-height} V${height} A${half},${rim} 0 0 0 ${half},${height} V${-height} Z`;
  return [
    `<defs>${steel(random)}</defs><g transform="skewX(${round(random.uniform(-9, 9))})">`,
    `<path d="${body}" fill="url(#steel)" stroke="#4c5156" stroke-width="1"/>`,
    isTin ? ribs(half, height, rim) : belt(random, half, height, rim),
    random.boolean(0.35) ? dent(random, half) : '',
    lid(random, half, height, rim),
    '</g>',
  ].join('');
}

function steel(random: Random): string {
  const warmth = random.uniform(190, 230);
  const shades = [42, 78, 58, 92, 66, 84, 38].map(lightness => hsl(warmth, 6, lightness + random.uniform(-6, 6)));
  return gradient('steel', shades);
}

function ribs(half: number, height: number, rim: number): string {
  return Array.from({length: 7}, (_, index) => {
    const y = round(-height + ((index + 1.5) * height * 2 / 9));
    return `<path d="M${-half},${y} A${half},${rim} 0 0 0 ${half},${y}" fill="none" stroke="#50565b" stroke-width="1.3" opacity="0.6"/>`;
  }).join('');
}

/** The print lets the bands of light through. */
function belt(random: Random, half: number, height: number, rim: number): string {
  const [upper, lower] = [round(-height * random.uniform(0.35, 0.8)), round(height * random.uniform(0.3, 0.8))];
  const ink = hsl(random.uniform(0, 360), random.uniform(45, 85), random.uniform(35, 55));
  const band = `M${-half},${upper} A${half},${rim} 0 0 0 ${half},${upper} V${lower} A${half},${rim} 0 0 1 ${-half},${lower} Z`;
  return `<path d="${band}" fill="${ink}" opacity="${round(random.uniform(0.55, 0.8))}"/>`
    + `<circle cx="${round(random.uniform(-8, 8))}" cy="${round((upper + lower) / 2) + rim}" r="${round(random.uniform(6, 11))}"`
    + ' fill="#fff" opacity="0.75"/>';
}

function dent(random: Random, half: number): string {
  const y = round(random.uniform(-18, 18));
  const side = random.boolean() ? 1 : -1;
  return `<path d="M${side * half},${y - 12} Q${round(side * half * 0.3)},${y} ${side * half},${y + 12} Z" fill="#33383c" opacity="0.55"/>`
    + line([side * half * 0.6, y - 6], [side * half * 0.9, y - 11], 'stroke="#fff" stroke-width="1.5"');
}

function lid(random: Random, half: number, height: number, rim: number): string {
  const ring = `<ellipse cx="0" cy="${-height}" rx="${half}" ry="${rim}" fill="#c3c8cc" stroke="#6d7378" stroke-width="1.4"/>`
    + `<ellipse cx="0" cy="${-height}" rx="${round(half * 0.84)}" ry="${round(rim * 0.8)}" fill="#9aa0a5"/>`;
  const tab = `<ellipse cx="${round(random.uniform(-4, 4))}" cy="${-height}" rx="${round(half * 0.3)}" ry="${round(rim * 0.35)}"`
    + ' fill="#e4e7e9" stroke="#565b60" stroke-width="0.8"/>';
  return ring + tab;
}
