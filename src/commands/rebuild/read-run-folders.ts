import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {readRunFacts, type RunFacts} from '../../protocol/run-facts.js';
import {RunFolder} from '../../protocol/run-folder.js';

/** A folder of a run, and what it says that the run is; undefined where nothing does, or what does is damaged. */
export type FoundFolder = {readonly folder: RunFolder; readonly facts: RunFacts | undefined};

/** The folders that a runs folder has of runs, by their names. */
export function readRunFolders(runsFolder: string): FoundFolder[] {
  const names = existsSync(runsFolder) ? readdirSync(runsFolder).toSorted() : [];
  return names
    .map(name => RunFolder.at(path.join(runsFolder, name)))
    .filter(folder => existsSync(folder.facts) || existsSync(folder.events))
    .map(folder => ({folder, facts: readRunFacts(folder)}));
}
