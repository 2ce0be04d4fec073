import {existsSync} from 'node:fs';
import {stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {glob} from 'tinyglobby';
import {compareCodePoints, isPictureName, listPictures} from '../../dataset/list-class-folders.js';
import type {Fault} from '../../domain/fault.js';
import {errors} from '../../errors.js';
import {displayPath} from '../../spec/read-source.js';

/** A photo as it is shown, and its absolute path. */
export type NamedPhoto = {readonly path: string; readonly file: string};

export type NamedPhotos = {readonly photos: readonly NamedPhoto[]; readonly faults: readonly Fault[]};

/**
The photos that words name, each once, in the order of the words: files, whatever they are called; folders with all pictures in them; patterns;
and `-` for as many words, a line each, on standard input. What names nothing is a fault. Throws a UserError where there is not a word, or an
empty one.
*/
export async function findPhotos(given: readonly string[], cwd: string): Promise<NamedPhotos> {
  // Resolved, it would be the working folder.
  if (given.includes('')) {
    throw errors.noPhotos('an empty word');
  }

  const words = given.includes('-') ? [...given.filter(word => word !== '-'), ...await wordsOfInput(cwd)] : given;
  if (words.length === 0) {
    throw errors.noPhotos('standard input');
  }

  const files = new Set<string>();
  const faults: Fault[] = [];
  for (const word of words) {
    const found = await filesOf(word, cwd);
    if (typeof found === 'string') {
      faults.push({path: word, reason: found});
    } else {
      for (const file of found) {
        files.add(file);
      }
    }
  }

  return {photos: [...files].map(file => ({file, path: displayPath(file, cwd)})), faults};
}

async function wordsOfInput(cwd: string): Promise<string[]> {
  const input = await text(process.stdin);
  const lines = input.split(/\r?\n/v).filter(line => line.trim() !== '');
  // A blank before or behind is seldom part of a name, and then the name is there with it.
  return lines.map(line => existsSync(path.resolve(cwd, line)) ? line : line.trim());
}

/** Absolute paths, or why there are none. */
async function filesOf(word: string, cwd: string): Promise<readonly string[] | string> {
  const absolute = path.resolve(cwd, word);
  const found = await stat(absolute).catch(() => undefined);
  if (found?.isDirectory()) {
    const pictures = await listPictures(absolute);
    return pictures.length > 0 ? pictures.map(picture => path.join(absolute, picture)) : 'a folder without pictures';
  }

  // A name of brackets is a name first.
  if (found) {
    return [absolute];
  }

  const matches = await glob(word, {cwd, absolute: true, expandDirectories: false});
  const pictures = matches.filter(file => isPictureName(file)).toSorted(compareCodePoints);
  return pictures.length > 0 ? pictures.map(file => path.normalize(file)) : 'no such file, and no picture fits it as a pattern';
}
