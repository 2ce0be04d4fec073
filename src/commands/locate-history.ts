import {existsSync} from 'node:fs';
import path from 'node:path';
import {locateRowFile} from './board/locate-row-file.js';
import type {Places} from './places.js';

type Recorded = {readonly name: string; readonly file: string; readonly history: string};

/**
Where the published history of a row lies, absolute: as it was recorded or, if it is not there, as after a project was moved, where the
row's file says. As recorded, too, where that file is gone or has mistakes.
*/
export async function locateHistory({name, file, history}: Recorded, places: Pick<Places, 'cwd' | 'runs'>): Promise<string> {
  const recorded = path.resolve(places.cwd, history);
  const rowFile = locateRowFile(file, places);
  if (existsSync(recorded) || !existsSync(rowFile)) {
    return recorded;
  }

  // Loaded only here: what is stored is shown without reading YAML.
  const {readExperiments} = await import('../spec/read-experiments.js');
  const {rows} = readExperiments([rowFile], {cwd: places.cwd});
  const found = rows.find(({experiment}) => experiment.name === name)?.experiment.published?.history;
  return found === undefined ? recorded : path.resolve(places.cwd, found);
}
