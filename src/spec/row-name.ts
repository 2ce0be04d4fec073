import path from 'node:path';
import {plainText, placeAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {ResolvedFile} from './resolve-extends.js';
import {experimentSchema} from './schema.js';
import type {LocatedMap} from './source.js';

// A run's folder is called after its row, and folders' names end at 255 bytes.
const longest = 200;
const pattern = new RegExp(experimentSchema.properties?.name?.pattern ?? '', 'v');

/** The row's `name`, or else its file's. */
export function nameOf({source}: ResolvedFile, tree: LocatedMap): string {
  return plainText(tree, 'name') ?? path.basename(source.label).replace(/\.ya?ml$/v, '');
}

/**
The mistakes of a row's name that do not come from its key, which the schema checks. `base` is without, and `full` with
what a matrix and `--set` add.
*/
export function checkName(base: string, full: string, tree: LocatedMap): SpecProblem[] {
  const place = placeAt(tree, ['name']);
  if (!tree.entries.has('name') && !pattern.test(base)) {
    const reason = 'a row\'s has letters, digits, ".", "_", "=" and "-", beginning with a letter or digit';
    const remedy = `Write \`name: ${plainName(base)}\`, or rename the file.`;
    return [{key: 'name', message: `the file's name, "${base}", cannot be the row's: ${reason}. ${remedy}`, place}];
  }

  const remedy = 'Vary fewer keys, or write a shorter `name`.';
  const message = `the row's name has ${full.length} characters with the values that are varied, more than ${longest}. ${remedy}`;
  return full.length > longest ? [{key: 'name', message, place}] : [];
}

function plainName(base: string): string {
  const plain = base.normalize('NFKD')
    .replaceAll(/\p{Mark}/gv, '')
    .replaceAll(/[^\w.=\-]+/gv, '-')
    .replaceAll(/^[^A-Za-z\d]+|-+$/gv, '');
  return plain === '' ? 'my-row' : plain.slice(0, 100);
}
