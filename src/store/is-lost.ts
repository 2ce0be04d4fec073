import fs, {type Dirent} from 'node:fs';
import path from 'node:path';
import {PlanJournal} from '../protocol/plan-journal.js';
import {RunFolder} from '../protocol/run-folder.js';
import {databaseFile} from './database-file.js';

/** Whether a runs folder has runs, or plans of some, but no database: an empty file is none either. */
export function isLost(runsFolder: string): boolean {
  return !hasDatabase(databaseFile(runsFolder)) && (hasPlans(runsFolder) || hasRuns(runsFolder));
}

// The first pages of a new one may all be in its log.
function hasDatabase(file: string): boolean {
  return [file, `${file}-wal`].some(each => sizeOf(each) > 0) && fs.existsSync(file);
}

function hasPlans(runsFolder: string): boolean {
  return sizeOf(new PlanJournal(runsFolder).file) > 0;
}

// What cannot be looked at is told of by who opens it.
function sizeOf(file: string): number {
  try {
    return fs.statSync(file).size;
  } catch {
    return 0;
  }
}

function hasRuns(runsFolder: string): boolean {
  return entriesOf(runsFolder).some(entry => {
    const {facts, events} = RunFolder.at(path.join(runsFolder, entry.name));
    return entry.isDirectory() && (fs.existsSync(facts) || fs.existsSync(events));
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return fs.readdirSync(folder, {withFileTypes: true});
  } catch {
    return [];
  }
}
