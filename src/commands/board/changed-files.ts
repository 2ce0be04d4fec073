import {statSync} from 'node:fs';
import path from 'node:path';
import type {RowSource} from '../../store/queries/row-sources.js';
import type {Places} from '../places.js';
import {locateRowFile} from './locate-row-file.js';

/**
The names of those rows whose files say something else than they did when their results were planned. Only files that were written since are
read; of a row of `--set`, whose values stand in no file, nothing can be told.
*/
export async function changedFiles(rows: readonly RowSource[], places: Places): Promise<Set<string>> {
  const suspects = rows.filter(row => isWrittenSince(row, places));
  if (suspects.length === 0) {
    return new Set();
  }

  // Loaded only here: nothing else of a leaderboard without paths reads YAML.
  const {readExperiments} = await import('../../spec/read-experiments.js');
  const {identifyExperiment} = await import('../../plan/identify-experiment.js');
  const files = new Set(suspects.map(({sources}) => locateRowFile(sources[0]!, places)));
  const {rows: read} = readExperiments([...files], {cwd: path.dirname(places.runs)});
  const now = new Map(read.map(({experiment}) => [experiment.name, identifyExperiment(experiment)]));
  return new Set(suspects.filter(({name, experimentId}) => (now.get(name) ?? experimentId) !== experimentId).map(({name}) => name));
}

function isWrittenSince({sources, plannedAt}: RowSource, places: Places): boolean {
  const planned = Date.parse(plannedAt);
  const times = sources.map(source => statSync(locateRowFile(source, places), {throwIfNoEntry: false})?.mtimeMs);
  // A row whose own file is gone stands as it is.
  return times[0] !== undefined && times.some(time => time !== undefined && time > planned);
}
