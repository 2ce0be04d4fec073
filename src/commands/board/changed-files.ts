import {statSync} from 'node:fs';
import path from 'node:path';
import type {Experiment} from '../../domain/experiment.js';
import type {RowSource} from '../../store/queries/row-sources.js';
import type {Places} from '../places.js';
import {locateRowFile} from './locate-row-file.js';

/** How the file of a row stands to its result. */
export type FileState = 'changed' | 'gone' | 'same';

/**
How the files of these rows, or those that they extend, stand to their results, by the rows' names. Only files that were written since are
read. Of a row of `--set`, whose values stand in no file, nothing is told.
*/
export async function changedFiles(rows: readonly RowSource[], places: Places): Promise<Map<string, FileState>> {
  const states = new Map(rows.map(row => [row.name, stateOf(row, places)]));
  const suspects = rows.filter(({name}) => states.get(name) === 'changed');
  return suspects.length === 0 ? states : new Map([...states, ...await readAgain(suspects, places)]);
}

function stateOf({sources, plannedAt}: RowSource, places: Places): FileState {
  const planned = Date.parse(plannedAt);
  const [own, ...parents] = sources.map(source => timeOf(locateRowFile(source, places)));
  if (own === undefined) {
    return 'gone';
  }

  return [own, ...parents].some(time => time !== undefined && time > planned) ? 'changed' : 'same';
}

/** When a file was written last; undefined where it is not there, or none. */
function timeOf(file: string): number | undefined {
  try {
    const stat = statSync(file, {throwIfNoEntry: false});
    return stat?.isFile() ? stat.mtimeMs : undefined;
  } catch {
    // A folder on the way is a file by now, a link that leads nowhere, or may not be entered.
    return undefined;
  }
}

async function readAgain(suspects: readonly RowSource[], places: Places): Promise<Map<string, FileState>> {
  // Loaded only here: nothing else of a leaderboard without paths reads YAML.
  const {readExperiments} = await import('../../spec/read-experiments.js');
  const {canonicalJson} = await import('../../plan/canonical-json.js');
  const fileOf = ({sources}: RowSource) => locateRowFile(sources[0]!, places);
  const cwd = path.dirname(places.runs);
  const {rows: read} = readExperiments([...new Set(suspects.map(row => fileOf(row)))], {cwd});
  const meaning = (config: unknown, published: unknown) => canonicalJson([withoutPlace(config), withoutPlaceOfHistory(published)]);
  return new Map(suspects.map(row => {
    const ofFile = read.map(({experiment}) => experiment).filter(({file}) => path.resolve(cwd, file) === fileOf(row));
    const now = ofFile.find(({name}) => name === row.name);
    if (!now) {
      return [row.name, isOfSet(row, ofFile) ? 'same' : 'changed'];
    }

    const then = meaning(JSON.parse(row.config), row.published === null ? undefined : JSON.parse(row.published));
    return [row.name, meaning(now.config, now.published) === then ? 'same' : 'changed'];
  }));
}

// What `--set` and a matrix vary stands behind the name.
function isOfSet({name}: RowSource, ofFile: readonly Experiment[]): boolean {
  return ofFile.some(row => name.startsWith(`${row.name}_`));
}

/** What a configuration says wherever its pictures lie, and whoever else shares them: seeds and resources are no part of a result. */
function withoutPlace(config: unknown): unknown {
  const {seeds, resources, dataset, ...rest} = config as Record<string, unknown>;
  const {path: folder, csv, ...named} = typeof dataset === 'object' && dataset !== null ? dataset as Record<string, unknown> : {name: dataset};
  const place = csv ?? folder;
  return {...rest, dataset: {...named, ...typeof place === 'string' && {path: path.basename(place)}}};
}

function withoutPlaceOfHistory(published: unknown): unknown {
  const {history, ...rest} = (published ?? {}) as Record<string, unknown>;
  return {...rest, ...typeof history === 'string' && {history: path.basename(history)}};
}
