import type {Database} from 'better-sqlite3';
import type {ProcessIdentity} from './identify-process.js';

/** Who is at work on a run. The worker is named too, because it may outlive a killed host by a training step. */
export type Lease = {
  readonly runId: string;
  readonly token: string;
  readonly machine: string;
  readonly host: ProcessIdentity;
  readonly worker?: ProcessIdentity;
  readonly beat: number;
};

type Row = {
  readonly run_id: string; readonly token: string; readonly machine: string; readonly beat: number;
  readonly host_pid: number; readonly host_started: string; readonly worker_pid: number | null; readonly worker_started: string | null;
};

/** The names under which a lease is of the folder itself; no run has them, for runs' ids are names of folders. */
export const folderLeases = {
  /** One of any number of hosts that work in it. */
  host: (id: string) => `/host/${id}`,
  /** Whoever has it alone. */
  alone: '/alone',
} as const;

/** Whether a lease is of the folder itself, and not of a run in it. */
export function isOfFolder({runId}: Lease): boolean {
  return runId.startsWith('/');
}

/** All leases, or that of one run. */
export function readLeases(db: Database, runId?: string): Lease[] {
  const rows = runId === undefined
    ? db.prepare<[], Row>('SELECT * FROM leases').all()
    : db.prepare<[string], Row>('SELECT * FROM leases WHERE run_id = ?').all(runId);
  return rows.map(row => ({
    runId: row.run_id,
    token: row.token,
    machine: row.machine,
    host: {pid: row.host_pid, started: row.host_started},
    ...row.worker_pid !== null && {worker: {pid: row.worker_pid, started: row.worker_started ?? ''}},
    beat: row.beat,
  }));
}

/** Puts a lease in the place of whatever lease the run had. */
export function writeLease(db: Database, {runId, token, machine, host, worker, beat}: Lease): void {
  db.prepare(`
    INSERT OR REPLACE INTO leases (run_id, token, machine, host_pid, host_started, worker_pid, worker_started, beat)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  `).run(runId, token, machine, host.pid, host.started, worker?.pid ?? null, worker?.started ?? null, beat);
}
