import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type {ExecutionContext} from 'ava';
import sharp, {type Sharp} from 'sharp';

/** A folder of its own for one test, taken away after it. */
export async function temporary(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-dataset-'));
  t.teardown(async () => {
    await rm(folder, {recursive: true, force: true});
  });
  return folder;
}

/** Writes files below a folder, making the folders between. */
export async function writeFiles(folder: string, files: Readonly<Record<string, Uint8Array | string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, content);
  }
}

/** A picture whose every pixel differs from its neighbours', RGB. */
export function pattern(width: number, height: number, seed = 1): Sharp {
  const data = Uint8Array.from({length: width * height * 3}, (_, index) => (index * 37 * seed) % 251);
  return sharp(data, {raw: {width, height, channels: 3}});
}

/** A picture of one colour, as PNG. */
export async function plainPng(red: number, green: number, blue: number, size = 4): Promise<Uint8Array> {
  return sharp({create: {width: size, height: size, channels: 3, background: {r: red, g: green, b: blue}}}).png().toBuffer();
}
