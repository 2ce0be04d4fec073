import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Rules} from '../../domain/rules.js';
import {errors} from '../../errors.js';
import {suggest} from '../suggest.js';
import {readRules} from './read-rules.js';

/** The rules that ablate ships: the files of `rules/`. */
export const shippedRules = ['china', 'trashnet'] as const;

/** The rules of a name that ablate ships, or of a file. Throws a UserError where there are none, or the file has mistakes. */
export function findRules(given: string, cwd: string): Rules {
  const shipped = shippedRules.find(name => name === given);
  if (shipped) {
    return readShipped(shipped);
  }

  if (!existsSync(path.resolve(cwd, given))) {
    throw errors.unknownRules(given, shippedRules, suggest(given, shippedRules));
  }

  return readRules(given, cwd, () => readShipped('china').bins.values());
}

function readShipped(name: typeof shippedRules[number]): Rules {
  const file = fileURLToPath(new URL(`../../../../rules/${name}.yaml`, import.meta.url));
  return {...readRules(file, path.dirname(file), () => []), label: name};
}
