import {isUtf8} from 'node:buffer';
import {stat} from 'node:fs/promises';
import path from 'node:path';
import {errors} from '../../errors.js';
import {parseLines, type Line} from '../../files/parse-lines.js';
import {readAtMost} from '../../files/read-at-most.js';
import {isPictureName} from '../list-class-folders.js';
import {mapConcurrently} from '../map-concurrently.js';
import type {Label} from './label.js';
import {ensureOnce} from './ensure-once.js';

// Far more than a line for each of a million photos.
const mostBytes = 2 ** 28;

const columns = {path: ['path', 'file', 'filename', 'image'], label: ['label', 'class', 'category']} as const;

/**
The photos of a CSV and their labels: its first line names the columns, `path` and `label` or what others call them; paths are relative to the
file. Throws one UserError with every line that is wrong.
*/
export async function readLabelList(csv: string): Promise<readonly Label[]> {
  const root = path.dirname(csv);
  const name = path.basename(csv);
  const [header, ...lines] = parseLines(await readText(csv), name, {
    mistake: (place, what, hint) => errors.badLabels(csv, [`${place} ${what}`], hint),
    hintOfCount: 'Fields are parted by commas; a path or label with a comma stands in double quotes.',
    hintOfQuotes: 'A quote within a quoted field is written twice.',
  });
  const [pathColumn, labelColumn] = [findColumn(csv, header, 'path'), findColumn(csv, header, 'label')];
  const entries = lines.map(line => ({line, given: line.fields[pathColumn]!, label: line.fields[labelColumn]!}));
  const mistakes = await mapConcurrently(entries, 16, async ({line, given, label}) => mistakeOf(line, root, given, label));
  const told = mistakes.filter(mistake => mistake !== undefined);
  if (told.length > 0) {
    throw errors.badLabels(csv, told);
  }

  const labels = entries.map(({given, label}) => ({path: path.relative(root, path.resolve(root, given)).split(path.sep).join('/'), label}));
  ensureOnce(csv, labels, entries.map(({line}) => line.place));
  return labels;
}

async function readText(csv: string): Promise<string> {
  let bytes;
  try {
    bytes = await readAtMost(csv, mostBytes);
  } catch (error) {
    throw errors.cannotReadFile(csv, error);
  }

  if (!isUtf8(bytes)) {
    throw errors.badLabels(csv, [`${path.basename(csv)}: expected a CSV, got something that is no UTF-8 text`]);
  }

  return bytes.toString();
}

function findColumn(csv: string, header: Line | undefined, column: keyof typeof columns): number {
  const found = (header?.fields ?? []).findIndex(name => (columns[column] as readonly string[]).includes(name.toLowerCase()));
  if (found === -1) {
    const got = header ? `got ${header.fields.join(', ').slice(0, 100)}` : 'the file is empty';
    throw errors.badLabels(csv, [`${header?.place ?? path.basename(csv)} expected a column \`${column}\`, ${got}`]);
  }

  return found;
}

async function mistakeOf({place}: Line, root: string, given: string, label: string): Promise<string | undefined> {
  if (given === '' || label === '') {
    return `${place} ${given === '' ? 'the path' : 'the label'} is missing`;
  }

  if (!isPictureName(given)) {
    return `${place} ${given}: expected a name that ends in jpg, jpeg, png or webp`;
  }

  const found = await stat(path.resolve(root, given)).catch(() => undefined);
  return found?.isFile() ? undefined : `${place} ${given}: there is no such file`;
}
