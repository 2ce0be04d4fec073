import {randomBytes} from 'node:crypto';
import {rename, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {Random} from '../engine/random.js';
import {makeFolder} from '../files/make-folder.js';
import {withLock} from '../files/with-lock.js';
import {knownDatasets} from './known-datasets.js';
import {cardboard} from './litter/cardboard.js';
import {drawScene} from './litter/draw-scene.js';
import {glass} from './litter/glass.js';
import {metal} from './litter/metal.js';
import {paper} from './litter/paper.js';
import {plastic} from './litter/plastic.js';
import type {DrawThing} from './litter/svg.js';
import {trash} from './litter/trash.js';
import {mapConcurrently} from './map-concurrently.js';

const things: Readonly<Record<string, DrawThing>> = {cardboard, glass, metal, paper, plastic, trash};

/**
Draws the data set `drawn-litter` into a folder: 60 pictures of each of six classes, 128x128, always the same ones.
It is drawn aside and renamed; where the folder is there already nothing is done.
*/
export async function drawLitter(folder: string): Promise<void> {
  await withLock(`${folder}.lock`, async () => {
    if (await stat(folder).catch(() => undefined)) {
      return;
    }

    const aside = `${folder}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
    try {
      await drawClasses(aside);
      await rename(aside, folder);
    } catch (error) {
      await rm(aside, {recursive: true, force: true});
      throw error;
    }
  });
}

async function drawClasses(folder: string): Promise<void> {
  const random = Random.fromSeed(2527);
  const {counts} = knownDatasets['drawn-litter'];
  for (const [name, count] of Object.entries(counts)) {
    await makeFolder(path.join(folder, name));
    const numbers = Array.from({length: count}, (_, index) => index + 1);
    await mapConcurrently(numbers, 4, async number => {
      const picture = await drawScene(things[name]!, random.fork(`${name} ${number}`));
      await writeFile(path.join(folder, name, `${name}${number}.jpg`), picture);
    });
  }
}
