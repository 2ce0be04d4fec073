import {randomUUID} from 'node:crypto';
import process from 'node:process';
import type {Database} from 'better-sqlite3';
import {BeatWatch} from './beat-watch.js';
import {identifyProcess, isRunning, type ProcessIdentity} from './identify-process.js';
import {type Lease, readLeases, writeLease} from './lease.js';
import type {QueueDatabase} from './queue-database.js';
import {thisMachine} from './this-machine.js';

/** What came of asking for a lease. */
export type Taking
  /** `fromAfar`: of a host on another machine, which may be asleep and its worker with it: both may wake. */
  = | {readonly kind: 'taken'; readonly lease: Lease; readonly fromAfar: boolean}
    | {readonly kind: 'held'; readonly holder: Lease}
    /** The host is dead, its worker not yet. */
    | {readonly kind: 'orphaned'; readonly worker: ProcessIdentity; readonly lease: Lease};

// A host that does not beat for so long is taken for dead.
const defaultExpiryMs = 30_000;

/** The leases of a runs folder as one host sees them, and its own among them. */
export class LeaseBook {
  readonly database: QueueDatabase;
  readonly #watch: BeatWatch;
  readonly #expiryMs: number;
  readonly #mine = new Map<string, Lease>();
  readonly #released = new Set<string>();
  #beatAt = performance.now();
  /** Of the database when its leases were written last. */
  #generation: number | undefined;

  constructor(database: QueueDatabase, expiryMs = defaultExpiryMs) {
    this.database = database;
    this.#expiryMs = expiryMs;
    this.#watch = new BeatWatch(expiryMs);
  }

  /** Takes a run's lease where it is free or its holder is dead, in one transaction. */
  take(runId: string): Taking {
    return this.database.transact(db => {
      const [holder] = readLeases(db, runId);
      if (holder && this.isHostAlive(holder)) {
        return {kind: 'held', holder};
      }

      if (isWorkerAlive(holder)) {
        return {kind: 'orphaned', worker: holder.worker, lease: holder};
      }

      const lease = {runId, token: randomUUID(), machine: thisMachine(), host: myself(), beat: 0};
      writeLease(db, lease);
      this.#generation ??= this.database.generation;
      this.#mine.set(runId, lease);
      return {kind: 'taken', lease, fromAfar: holder !== undefined && holder.machine !== thisMachine()};
    });
  }

  /** Beats for this host's leases; gives the runs whose lease is another's by now. */
  beat(): string[] {
    const lost = this.database.transact(db => {
      const lost: string[] = [];
      for (const [runId, lease] of this.#mine) {
        const beaten = {...lease, beat: lease.beat + 1};
        const [found] = readLeases(db, runId);
        if (found ? found.token === lease.token : this.#isMadeAnew()) {
          writeLease(db, beaten);
          this.#mine.set(runId, beaten);
        } else {
          this.#mine.delete(runId);
          lost.push(runId);
        }
      }

      this.#deleteReleased(db);
      this.#generation = this.database.generation;
      return lost;
    });
    this.#beatAt = performance.now();
    this.#released.clear();
    return lost;
  }

  /** Looks at everybody's leases; gives those of other hosts that live. */
  look(): Lease[] {
    const leases = this.database.read(db => readLeases(db));
    this.#watch.look(leases.filter(({machine}) => machine !== thisMachine()));
    return leases.filter(lease => this.#mine.get(lease.runId)?.token !== lease.token && this.isHostAlive(lease));
  }

  /** Whether the lease is this host's still. Where nobody can tell, it is as long as nobody else could have taken it. */
  isMine(runId: string): boolean {
    const mine = this.#mine.get(runId);
    try {
      const [found] = this.database.read(db => readLeases(db, runId));
      return mine !== undefined && (found ? found.token === mine.token : this.#isMadeAnew());
    } catch {
      return mine !== undefined && performance.now() - this.#beatAt < this.#expiryMs / 2;
    }
  }

  /** Notes the worker, so that a later host waits for its end. */
  nameWorker(runId: string, pid: number): void {
    const mine = this.#mine.get(runId);
    const worker = identifyProcess(pid);
    if (mine && worker) {
      this.#mine.set(runId, {...mine, worker});
      this.beat();
    }
  }

  holds(runId: string): boolean {
    return this.#mine.has(runId);
  }

  /** Gives a lease back, unless it is another's by now; where the database cannot be written, with the next beat. */
  release(runId: string): void {
    const mine = this.#mine.get(runId);
    if (mine) {
      this.#mine.delete(runId);
      this.#released.add(mine.token);
      try {
        this.database.transact(db => {
          this.#deleteReleased(db);
        });
        this.#released.clear();
      } catch {
        // It stays among the released.
      }
    }
  }

  isHostAlive(lease: Lease): boolean {
    return lease.machine === thisMachine() ? isRunning(lease.host) : !this.#watch.hasExpired(lease);
  }

  #deleteReleased(db: Database): void {
    for (const token of this.#released) {
      db.prepare('DELETE FROM leases WHERE token = ?').run(token);
    }
  }

  // Then a lease that is not in it was lost with the file; otherwise somebody else had it, and gave it back.
  #isMadeAnew(): boolean {
    return this.database.generation !== this.#generation;
  }
}

/** Whether the worker of this machine that a lease names lives. */
export function isWorkerAlive(lease: Lease | undefined): lease is Lease & {readonly worker: ProcessIdentity} {
  return lease?.worker !== undefined && lease.machine === thisMachine() && isRunning(lease.worker);
}

function myself(): ProcessIdentity {
  return identifyProcess(process.pid) ?? {pid: process.pid, started: ''};
}
