import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {errors, reason} from '../../errors.js';
import {readAtMost} from '../../files/read-at-most.js';
import {isPictureName, isShown} from '../list-class-folders.js';
import {mapConcurrently} from '../map-concurrently.js';
import type {Label} from './label.js';
import {ensureOnce} from './ensure-once.js';

// A name and a label.
const mostBytes = 10_000;

/**
The photos of a folder beside each of which a text of its name says what it is, as Huawei's data sets have it: `img_1.txt` holds
`img_1.jpg, 0`. None where no photo has such a text; those without one are left out. Throws one UserError with every text that is wrong.
*/
export async function readLabelFiles(folder: string): Promise<readonly Label[]> {
  const entries = await readdir(folder, {withFileTypes: true});
  const names = entries.filter(entry => !entry.isDirectory() && isShown(entry.name)).map(({name}) => name);
  const pictures = new Set(names.filter(name => isPictureName(name)));
  const stems = new Set([...pictures].map(name => path.parse(name).name));
  const texts = names.filter(name => name.toLowerCase().endsWith('.txt') && stems.has(path.parse(name).name)).toSorted();
  const read = await mapConcurrently(texts, 16, async text => readLabel(folder, text, pictures));
  const told = read.filter(each => typeof each === 'string');
  if (told.length > 0) {
    throw errors.badLabels(folder, told, 'Each text holds the name of its photo, a comma and the label: img_1.jpg, 0');
  }

  const labels = read.filter(each => typeof each === 'object');
  ensureOnce(folder, labels, texts);
  return labels;
}

/** The label, or what is wrong with the text. */
async function readLabel(folder: string, text: string, pictures: ReadonlySet<string>): Promise<Label | string> {
  let content;
  try {
    const bytes = await readAtMost(path.join(folder, text), mostBytes);
    content = bytes.toString().replace(/^\u{FEFF}/v, '').trim();
  } catch (error) {
    return `${text}: cannot be read (${reason(error)})`;
  }

  const comma = content.lastIndexOf(',');
  const [picture, label] = [content.slice(0, Math.max(comma, 0)).trim(), content.slice(comma + 1).trim()];
  if (comma === -1 || picture === '' || label === '' || content.includes('\n')) {
    return `${text}: expected one line of a photo's name, a comma and a label, got ${JSON.stringify(content.slice(0, 60))}`;
  }

  return pictures.has(picture) ? {path: picture, label} : `${text}: names ${picture.slice(0, 60)}, which is not beside it`;
}
