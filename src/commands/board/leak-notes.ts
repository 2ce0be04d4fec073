import path from 'node:path';
import type {Leak} from '../../dataset/look-alikes/known-leak.js';
import {rememberedLeak} from '../../dataset/look-alikes/remembered-leak.js';
import type {BoardRow} from '../../domain/board-row.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import type {Store} from '../../store/open-store.js';
import {commandLine} from '../command-line.js';
import type {Places} from '../places.js';

const mostNamed = 3;

/**
Says of each split on the board whether validation pictures have look-alikes among those that trained, or that nobody has looked yet.
`datasets` has what rows call the data set of each split.
*/
export async function leakNotes(
  rows: readonly BoardRow[],
  datasets: ReadonlyMap<string, string>,
  store: Store,
  {cache, cwd, runs}: Places,
): Promise<string[]> {
  const shown = rows.filter(row => row.last !== null && !row.synthetic && row.split_id !== null);
  const splits = new Map(shown.map(row => [row.split_id!, row]));
  const notes = await Promise.all([...splits].map(async ([splitId, {dataset}]) => {
    const leak = await rememberedLeak(cache, {splitId, runs, pictures: () => store.splitPictures(splitId)});
    const check = commandLine(['data', 'check', wordFor(JSON.parse(datasets.get(splitId)!) as ExperimentConfig['dataset'], cwd)]);
    return leak
      ? found(leak, dataset, splits.size > 1 ? splitId : undefined, check)
      : `Nobody has looked yet whether validation pictures of ${dataset} have look-alikes among its training pictures: \`${check}\`.`;
  }));
  return [...new Set(notes.flatMap(note => note ?? []))];
}

function found(leak: Leak, dataset: string, splitId: string | undefined, check: string): string | undefined {
  return leak.pairs.length === 0 ? undefined : `${describe(leak, dataset, splitId)} \`${check}\` lists all look-alikes.`;
}

function wordFor(dataset: ExperimentConfig['dataset'], cwd: string): string {
  return typeof dataset === 'string' ? dataset : path.relative(cwd, dataset.csv ?? dataset.path!) || '.';
}

function describe({pairs, share}: Leak, dataset: string, splitId: string | undefined): string {
  const which = pairs.length === 1 ? '1 validation picture' : `${pairs.length} validation pictures`;
  const of = splitId === undefined ? dataset : `${dataset}, split ${splitId.slice(0, 8)}`;
  const named = pairs.slice(0, mostNamed).map(pair => `${pair.validation} like ${pair.training}`).join(', ');
  return `${which} of ${of} (${(100 * share).toFixed(1)} %) ${
    pairs.length === 1 ? 'has a look-alike' : 'have look-alikes'
  } among its training pictures, which flatters scores: ${named}${pairs.length > mostNamed ? ', …' : ''}.`;
}
