import {existsSync} from 'node:fs';
import path from 'node:path';
import {locateRowFile} from './board/locate-row-file.js';
import type {Places} from './places.js';

/** A row of which somebody published the history of a training. */
type Published = {readonly name: string; readonly file: string; readonly history: string};

/**
Where the published histories of rows lie, absolute, by the rows' names: as was recorded or, of one that is not there, as after a project was
moved, where the row's file says. As recorded, too, where that file is gone or has mistakes.
*/
export async function locateHistories(rows: readonly Published[], places: Pick<Places, 'cwd' | 'runs'>): Promise<ReadonlyMap<string, string>> {
  const recorded = new Map(rows.map(({name, history}) => [name, path.resolve(places.cwd, history)]));
  const lost = rows.filter(({name}) => !existsSync(recorded.get(name)!));
  const files = [...new Set(lost.map(({file}) => locateRowFile(file, places)))].filter(file => existsSync(file));
  if (files.length === 0) {
    return recorded;
  }

  // Loaded only here: what is stored is shown without reading YAML.
  const {readExperiments} = await import('../spec/read-experiments.js');
  const names = new Set(lost.map(({name}) => name));
  const {rows: read} = readExperiments(files, {cwd: places.cwd});
  const found = read.flatMap(({experiment: {name, published}}) => names.has(name) && published?.history !== undefined
    ? [[name, path.resolve(places.cwd, published.history)] as const]
    : []);
  return new Map([...recorded, ...found]);
}
