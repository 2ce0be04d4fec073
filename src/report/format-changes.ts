import {createRequire} from 'node:module';
import type * as Yaml from 'yaml';
import type {Change} from '../domain/experiment.js';

const require = createRequire(import.meta.url);

/** What a row changes against its parent, in a phrase: `optimizer.name adam → rmsprop`. */
export function formatChanges(changes: readonly Change[]): string {
  return changes.map(change => formatChange(change)).join(', ');
}

/** The same for a table of rows, where a row that has no parent says so. */
export function changesOrRoot(parent: string | null | undefined, changes: readonly Change[]): string {
  return parent === null || parent === undefined ? '(root)' : formatChanges(changes);
}

function formatChange({key, from, to}: Change): string {
  const name = key.replace(/^model\./v, '');
  if (Array.isArray(from) && Array.isArray(to)) {
    return `${name} ${listChange(from, to)}`;
  }

  if (from === undefined) {
    return `${name} ${brief(to)}`;
  }

  return isPlain(from) ? `${name} ${brief(from)} → ${brief(to)}` : `${name} → ${brief(to)}`;
}

// Which kinds of layers came and went; where only their options or order differ, that is said.
function listChange(from: readonly unknown[], to: readonly unknown[]): string {
  const gone = subtract(kinds(from), kinds(to)).map(kind => `-${kind}`);
  const come = subtract(kinds(to), kinds(from)).map(kind => `+${kind}`);
  const parts = countEach([...come, ...gone]);
  return parts.length > 0 ? parts.join(' ') : 'changed';
}

function kinds(list: readonly unknown[]): string[] {
  return list.map(item => typeof item === 'object' && item !== null ? Object.keys(item).join('+') : String(item));
}

function subtract(list: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return list.filter(item => {
    const index = left.indexOf(item);
    if (index !== -1) {
      left.splice(index, 1);
    }

    return index === -1;
  });
}

function countEach(parts: readonly string[]): string[] {
  return [...new Set(parts)].map(part => {
    const count = parts.filter(other => other === part).length;
    return count > 1 ? `${part} x${count}` : part;
  });
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function brief(value: unknown): string {
  if (value === undefined) {
    return 'none';
  }

  if (isPlain(value)) {
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  // Loading it takes as long as a small leaderboard, most of which have no maps in their changes.
  const {stringify} = require('yaml') as typeof Yaml;
  return stringify(value, roundInside, {collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0}).trim();
}

// Fractions such as 4 / 3 stand in maps and lists to the last bit.
function roundInside(_: unknown, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
