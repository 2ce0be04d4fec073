import sharp from 'sharp';
import type {Random} from '../../engine/random.js';
import {hsl, round, type DrawThing} from './svg.js';

/** Height and width of a drawn picture, in pixels. */
export const sceneSize = 128;

/** One picture, as JPEG: a thing somewhere on a table, its shadow, specks, the light's colour and the camera's noise. */
export async function drawScene(drawThing: DrawThing, random: Random): Promise<Uint8Array> {
  const svg = sceneSvg(drawThing, random.fork('scene'));
  const {data, info} = await sharp(new TextEncoder().encode(svg)).removeAlpha().raw().toBuffer({resolveWithObject: true});
  addNoise(data, random.fork('noise'));
  const {width, height, channels} = info;
  return sharp(data, {raw: {width, height, channels}}).jpeg({quality: 88}).toBuffer();
}

function sceneSvg(drawThing: DrawThing, random: Random): string {
  const thing = drawThing(random);
  const scale = random.uniform(0.62, 1.12);
  const [x, y] = [random.uniform(46, 82), random.uniform(46, 82)];
  const turn = random.boolean(0.5) ? random.uniform(-30, 30) : random.uniform(-180, 180);
  const place = `rotate(${round(turn)}) scale(${round(scale * random.uniform(0.88, 1.12))} ${round(scale)})`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sceneSize}" height="${sceneSize}">`,
    table(random),
    `<g transform="translate(${round(x + 4)} ${round(y + 5)}) ${place}">`,
    `<ellipse cx="0" cy="0" rx="52" ry="62" fill="url(#shadow)" opacity="${round(random.uniform(0.25, 0.6))}"/></g>`,
    `<g transform="translate(${round(x)} ${round(y)}) ${place}">${thing}</g>`,
    light(random),
    '</svg>',
  ].join('');
}

/** A pale board as in TrashNet, or sometimes another ground, lit from one side, with a few specks. */
function table(random: Random): string {
  const isBoard = random.boolean(0.7);
  const [hue, saturation, lightness] = isBoard
    ? [random.uniform(20, 240), random.uniform(0, 14), random.uniform(72, 92)]
    : [random.uniform(0, 360), random.uniform(8, 40), random.uniform(34, 70)];
  const angle = random.uniform(0, 360);
  const specks = Array.from({length: random.integer(9)}, () => {
    const place = `cx="${round(random.uniform(0, sceneSize))}" cy="${round(random.uniform(0, sceneSize))}" r="${round(random.uniform(0.6, 2.4))}"`;
    return `<circle ${place} fill="${hsl(hue, saturation, lightness - random.uniform(10, 35))}"/>`;
  });
  return [
    `<defs><linearGradient id="table" gradientTransform="rotate(${round(angle)} 0.5 0.5)">`,
    `<stop offset="0" stop-color="${hsl(hue, saturation, lightness + 7)}"/>`,
    `<stop offset="1" stop-color="${hsl(hue, saturation, lightness - 12)}"/></linearGradient>`,
    '<radialGradient id="shadow"><stop offset="0.35" stop-color="#000"/>',
    '<stop offset="1" stop-color="#000" stop-opacity="0"/></radialGradient></defs>',
    `<rect width="${sceneSize}" height="${sceneSize}" fill="url(#table)"/>`,
    ...specks,
  ].join('');
}

/** Warm or cold, bright or dim, over everything. */
function light(random: Random): string {
  const warmth = random.boolean() ? random.uniform(20, 50) : random.uniform(190, 230);
  const tint = hsl(warmth, 60, random.uniform(15, 85));
  return `<rect width="${sceneSize}" height="${sceneSize}" fill="${tint}" opacity="${round(random.uniform(0, 0.22))}"/>`;
}

/** Grey noise of up to so many levels: the sum of two even draws, so that small deviations are the commoner. */
function addNoise(data: Uint8Array, random: Random): void {
  const strength = random.uniform(2, 16) / 255;
  for (let pixel = 0; pixel < data.length; pixel += 3) {
    const bits = random.uint32();
    const noise = ((bits & 255) + ((bits >>> 8) & 255) - 255) * strength;
    for (let channel = pixel; channel < pixel + 3; channel++) {
      data[channel] = Math.min(Math.max(Math.round(data[channel]! + noise), 0), 255);
    }
  }
}
