import {errors} from '../../errors.js';
import type {Label} from './label.js';

/** Throws a UserError where a photo is labelled twice; `places` says where each label stands. */
export function ensureOnce(source: string, labels: readonly Label[], places: readonly string[]): void {
  const first = new Map<string, number>();
  const told: string[] = [];
  for (const [index, {path}] of labels.entries()) {
    const before = first.get(path);
    if (before === undefined) {
      first.set(path, index);
    } else {
      told.push(`${places[index]!} ${path}: is labelled already, ${labels[before]!.label} (${places[before]!})`);
    }
  }

  if (told.length > 0) {
    throw errors.badLabels(source, told);
  }
}
