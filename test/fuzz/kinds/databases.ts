import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {showBoard} from '../../../src/commands/board/show-board.js';
import {scoreRuns} from '../../../src/commands/score-runs.js';
import {openStore} from '../../../src/store/open-store.js';
import {planRun} from '../../queue/fixtures/plan-run.js';
import {attemptOf} from '../../store/fixtures/events.js';
import {complainOfError} from '../complain.js';
import {damagedBytes} from '../inputs/damaged-bytes.js';
import type {Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';

const run = planRun('small');
const other = planRun('other', {epochs: 5});
const original = await makeOriginal();

/** Databases, read as `ablate board`, `status`, `show` and `diff` do, and written as a run does. */
export const databases: Kind<Uint8Array> = {
  name: 'databases',
  tries: 120,
  seconds: 5,
  inputs: damagedBytes([original]),
  async attempt(bytes, folder) {
    await writeFiles(folder, {'ablate.db': bytes});
    return read(folder) ?? await board(folder) ?? write(folder);
  },
};

function read(folder: string): string | undefined {
  return complaintOf(() => {
    const store = openStore(folder, {readonly: true});
    try {
      store.runRows();
      for (const runId of store.runIds()) {
        const {split} = store.runDetails(runId);
        store.lastAnswers(runId);
        store.validationPictures(split.split_id);
        store.rowAnswers(split.split_id);
      }

      store.finishedNames();
      store.measuredEpochs();
      store.findRuns([run.fingerprint]);
    } finally {
      store.close();
    }
  });
}

async function board(folder: string): Promise<string | undefined> {
  try {
    await showBoard([], {sort: '-last', where: [], group: 'comparable', form: 'json'}, {cwd: folder, env: {}, cache: folder, runs: folder});
    return undefined;
  } catch (error) {
    return complainOfError(error, [], text => text);
  }
}

function write(folder: string): string | undefined {
  return complaintOf(() => {
    const store = openStore(folder);
    try {
      store.recordPlan([run, other]);
      for (const event of attemptOf([0.5])) {
        store.ingest(other.id, event);
      }
    } finally {
      store.close();
    }
  });
}

function complaintOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return complainOfError(error, [], text => text);
  }
}

async function makeOriginal(): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-fuzz-database-'));
  const store = openStore(folder);
  store.recordPlan([run]);
  for (const event of attemptOf([0.3, 0.4])) {
    store.ingest(run.id, event);
  }

  await scoreRuns(store, [run.id]);

  store.close();
  const bytes = readFileSync(path.join(folder, 'ablate.db'));
  rmSync(folder, {recursive: true});
  return bytes;
}
