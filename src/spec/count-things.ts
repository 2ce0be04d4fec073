import type {Change} from '../domain/experiment.js';

/** Blocks by the key that says which one it is, and what comes with another one. */
const blocks: ReadonlyArray<{readonly block: string; readonly name: string; readonly companions: readonly string[]}> = [
  {block: 'optimizer', name: 'name', companions: ['learning_rate']},
  {block: 'schedule', name: 'name', companions: []},
  {block: 'model.backbone', name: 'name', companions: ['weights']},
  {block: 'split', name: 'method', companions: ['validation', 'folds', 'fold']},
  {block: 'dataset', name: 'path', companions: ['classes']},
];

/**
How many things a row changes against its parent. What belongs together is one: another optimizer with its rate, another backbone with its
weights, options that one side alone has, a dropout layer with the rate that it takes.
*/
export function countThings(changes: readonly Change[]): number {
  const keys = new Set(changes.map(({key}) => key));
  return new Set(changes.map(change => thingOf(change, keys))).size;
}

function thingOf({key, from, to}: Change, keys: ReadonlySet<string>): string {
  const isOfOneSide = from === undefined || to === undefined;
  const other = blocks.find(({block, name, companions}) => keys.has(`${block}.${name}`)
    && (key === `${block}.${name}` || companions.some(companion => key === `${block}.${companion}`) || (isOfOneSide && key.startsWith(`${block}.`))));
  if (other) {
    return other.block;
  }

  // A rate that comes or goes with its layers.
  return key === 'dropout' && isOfOneSide && keys.has('model.layers') ? 'model.layers' : key;
}
