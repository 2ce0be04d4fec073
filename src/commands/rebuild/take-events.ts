import {existsSync} from 'node:fs';
import {setImmediate as giveWay} from 'node:timers/promises';
import {reason} from '../../errors.js';
import {readEvents} from '../../protocol/read-events.js';
import {RunFolder} from '../../protocol/run-folder.js';
import type {RebuiltDatabase} from '../../store/rebuilt-database.js';
import type {LeftOut} from './left-out.js';
import type {FoundFolder} from './read-run-folders.js';

type Taking = {
  readonly runsFolder: string;
  readonly found: readonly FoundFolder[];
  readonly onProgress: ((done: number, total: number) => void) | undefined;
};

// So that a host on another machine sees that this one lives.
const runsAtOnce = 100;

/** Takes in the events of all runs; gives what was damaged. Of a run with a hole in what counts none are taken. */
export async function takeEvents(database: RebuiltDatabase, {runsFolder, found, onProgress}: Taking): Promise<LeftOut[]> {
  const facts = new Map(found.map(each => [each.folder.runId, each.facts]));
  const leftOut: LeftOut[] = [];
  const runs = [...database.runs()];
  for (const [index, [runId, fingerprint]] of runs.entries()) {
    const foreign = facts.get(runId);
    if (foreign && foreign.fingerprint !== fingerprint) {
      leftOut.push({file: `${runId}/run.json`, reason: 'is of another configuration than the folder\'s name says'});
    } else {
      leftOut.push(...takeEventsOf(database, new RunFolder(runsFolder, runId)));
    }

    if (index % runsAtOnce === 0) {
      onProgress?.(index, runs.length);
      await giveWay();
    }
  }

  return leftOut;
}

function takeEventsOf(database: RebuiltDatabase, folder: RunFolder): LeftOut[] {
  const file = `${folder.runId}/events.jsonl`;
  try {
    const {events, holes: [first, ...others]} = readEvents(folder.events);
    if (first) {
      const more = others.length > 0 ? `, and so are ${others.length} other lines` : '';
      return [{file, line: first.line, reason: `${first.reason}${more}`}];
    }

    database.addEvents(folder.runId, events);
    return events.length === 0 && wasTrained(folder) ? [{file, reason: 'is missing or empty, though the run was trained'}] : [];
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall === 'string') {
      return [{file, reason: `cannot be read (${reason(error)})`}];
    }

    throw error;
  }
}

// Each comes after an event.
function wasTrained({last, best, checkpoints}: RunFolder): boolean {
  return [last, best, checkpoints].some(each => existsSync(each));
}
