import {errors, UserError} from '../../errors.js';
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

const nobody: FolderNow = {held: new Map(), isAtWork: false, isPaused: false};
const nothing: StoredNow = {rows: [], epochsOf: () => []};

type Read = {
  readonly mark: string;
  readonly stored: StoredNow;
  /** Of the runs that were asked for. */
  readonly epochs: ReadonlyMap<string, readonly ExportedEpoch[]>;
  readonly ids: ReadonlySet<string>;
};

/**
Looks at a runs folder again and again, and reads of the database only what may have changed. Who is at work and what is stored are in two
databases: of one that cannot be read it is taken that it is as it was.
*/
export class FolderWatch {
  readonly #runsFolder: string;
  readonly #store: FollowedStore;
  readonly #folder: FolderLook;
  #hosts = nobody;
  #read: Read | undefined;

  constructor(runsFolder: string) {
    this.#runsFolder = runsFolder;
    this.#store = new FollowedStore(runsFolder);
    this.#folder = new FolderLook(runsFolder);
  }

  look(): Look {
    const troubles: string[] = [];
    const attempt = <Result>(act: () => Result): Result | undefined => {
      try {
        return act();
      } catch (error) {
        troubles.push(textOf(error));
        return undefined;
      }
    };

    this.#hosts = attempt(() => this.#folder.now()) ?? this.#hosts;
    const now = attempt(() => gatherNow(this.#storedNow(), this.#hosts, Date.now())) ?? gatherNow(this.#kept(), this.#hosts, Date.now());
    return {now: {...now, trouble: troubles.length === 0 ? undefined : troubles.join(' ')}, mark: troubles.length === 0 ? this.#mark() : undefined};
  }

  knows(runId: string): boolean {
    return this.#read?.ids.has(runId) ?? false;
  }

  close(): void {
    this.#store.close();
    this.#folder.close();
  }

  #storedNow(): StoredNow {
    const found = this.#store.now();
    if (!found && this.#read) {
      throw errors.resultsGone(this.#runsFolder);
    }

    if (this.#read?.mark !== found?.mark) {
      this.#read = found && readAll(found);
    }

    return this.#read?.stored ?? nothing;
  }

  // Of what was read, without a look at a database that cannot be read.
  #kept(): StoredNow {
    const {stored, epochs} = this.#read ?? {stored: nothing, epochs: new Map<string, readonly ExportedEpoch[]>()};
    return {rows: stored.rows, epochsOf: runId => epochs.get(runId) ?? []};
  }

  #mark(): string | undefined {
    return this.#read && this.#read.stored.rows.length > 0
      ? `${this.#read.mark} ${[...this.#hosts.held.keys()].join(' ')} ${this.#hosts.isPaused}`
      : undefined;
  }
}

function readAll({store, mark}: StoreNow): Read {
  // A run that two rows share is one.
  const rows = [...new Map(store.runRows().map((row): [string, RunRow] => [row.run_id, row])).values()];
  const epochs = new Map<string, readonly ExportedEpoch[]>();
  const stored = {rows, epochsOf(runId: string) {
    const known = epochs.get(runId) ?? store.runEpochs(runId);
    epochs.set(runId, known);
    return known;
  }};
  return {mark, stored, epochs, ids: new Set(rows.map(({run_id: id}) => id))};
}

function textOf(error: unknown): string {
  if (error instanceof UserError) {
    return `${error.message}. ${error.hint ?? ''}`.trim();
  }

  throw error;
}
