import type {Change} from '../domain/experiment.js';

// Blocks whose other keys come with what their name says.
const named = ['optimizer', 'schedule', 'model.backbone', 'split'];

/**
How many things a row changes against its parent. What belongs together is one: another optimizer with its rate, another backbone with its
weights, a dropout layer with the rate that it takes.
*/
export function countThings(changes: readonly Change[]): number {
  const keys = new Set(changes.map(({key}) => key));
  return new Set(changes.map(change => thingOf(change, keys))).size;
}

function thingOf({key, from, to}: Change, keys: ReadonlySet<string>): string {
  const block = named.find(name => key.startsWith(`${name}.`) && (keys.has(`${name}.name`) || keys.has(`${name}.method`)));
  if (block !== undefined) {
    return block;
  }

  // A rate that comes or goes with its layers.
  return key === 'dropout' && (from === undefined || to === undefined) && keys.has('model.layers') ? 'model.layers' : key;
}
