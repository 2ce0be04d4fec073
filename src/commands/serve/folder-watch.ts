import {UserError} from '../../errors.js';
import type {ExportedEpoch} from '../../domain/exported-run.js';
import type {RunRow} from '../../domain/run-row.js';
import {FolderLook, type FolderNow} from '../../queue/folder-look.js';
import type {NowData} from '../../report/live/now-data.js';
import {FollowedStore, type StoreNow} from '../../store/followed-store.js';
import {gatherNow, type StoredNow} from './gather-now.js';

export type Look = {
  readonly now: NowData;
  /** Another one once the page may have to be made anew; undefined where there is nothing to make it of. */
  readonly mark: string | undefined;
};

const nothing: StoredNow = {rows: [], epochsOf: () => []};

/** Looks at a runs folder again and again, and reads of the database only what may have changed. */
export class FolderWatch {
  readonly #store: FollowedStore;
  readonly #folder: FolderLook;
  #read: {readonly mark: string; readonly stored: StoredNow; readonly ids: ReadonlySet<string>} | undefined;

  constructor(runsFolder: string) {
    this.#store = new FollowedStore(runsFolder);
    this.#folder = new FolderLook(runsFolder);
  }

  look(): Look {
    try {
      const folder = this.#folder.now();
      const found = this.#store.now();
      if (!found) {
        this.#read = undefined;
        return {now: {...gatherNow(nothing, folder, Date.now()), trouble: undefined}, mark: undefined};
      }

      const stored = this.#storedNow(found);
      const mark = `${found.mark} ${[...folder.held.keys()].join(' ')} ${folder.isPaused}`;
      return {now: {...gatherNow(stored, folder, Date.now()), trouble: undefined}, mark: stored.rows.length === 0 ? undefined : mark};
    } catch (error) {
      if (!(error instanceof UserError)) {
        throw error;
      }

      const nobody: FolderNow = {held: new Map(), isAtWork: false, isPaused: false};
      return {now: {...gatherNow(this.#read?.stored ?? nothing, nobody, Date.now()), trouble: `${error.message}. ${error.hint ?? ''}`.trim()}, mark: undefined};
    }
  }

  knows(runId: string): boolean {
    return this.#read?.ids.has(runId) ?? false;
  }

  close(): void {
    this.#store.close();
    this.#folder.close();
  }

  #storedNow({store, mark}: StoreNow): StoredNow {
    if (this.#read?.mark === mark) {
      return this.#read.stored;
    }

    // A run that two rows share is one.
    const rows = [...new Map(store.runRows().map((row): [string, RunRow] => [row.run_id, row])).values()];
    const epochs = new Map<string, readonly ExportedEpoch[]>();
    const stored = {rows, epochsOf(runId: string) {
      const known = epochs.get(runId) ?? store.runEpochs(runId);
      epochs.set(runId, known);
      return known;
    }};
    this.#read = {mark, stored, ids: new Set(rows.map(({run_id: id}) => id))};
    return stored;
  }
}
