import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {readRunFacts, type RunFacts} from '../../protocol/run-facts.js';
import {RunFolder} from '../../protocol/run-folder.js';

/** A folder of a run. */
export type FoundFolder = {
  readonly folder: RunFolder;
  /** What it says that the run is; undefined where nothing does, or what does is damaged. */
  readonly facts: RunFacts | undefined;
  readonly hasEvents: boolean;
};

/** The folders that a runs folder has of runs, by their names. */
export function readRunFolders(runsFolder: string): FoundFolder[] {
  const names = existsSync(runsFolder) ? readdirSync(runsFolder).toSorted() : [];
  return names
    .map(name => RunFolder.at(path.join(runsFolder, name)))
    .filter(folder => existsSync(folder.facts) || existsSync(folder.events))
    .map(folder => ({folder, facts: readRunFacts(folder), hasEvents: hasEvents(folder)}));
}

function hasEvents({events}: RunFolder): boolean {
  return existsSync(events) && statSync(events).size > 0;
}
