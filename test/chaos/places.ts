/** What a call does to a file, as native/chaos.c numbers it. */
export const operations = {write: 1, sync: 2, rename: 4, truncate: 8, link: 16, unlink: 32} as const;
export type Operation = keyof typeof operations;

/** When a process dies of a call: only writes have a midst, in which half of the bytes are written. */
export const manners = {before: 0, midst: 1, behind: 2} as const;
export type Manner = keyof typeof manners;

/** A place in which a process is killed: a call on a file whose path holds `file`. */
export type Place = {
  readonly name: string;
  readonly role: 'host' | 'worker';
  readonly operation: Operation;
  readonly file: string;
  /** The first so many calls are as good as each other. */
  readonly among: number;
};

/** Every place by name: what a run, the database and the queue are kept with. */
export const places: readonly Place[] = [
  {name: 'checkpoint, write', role: 'worker', operation: 'write', file: '.ckpt', among: 40},
  {name: 'checkpoint, sync', role: 'worker', operation: 'sync', file: '/checkpoint', among: 20},
  {name: 'checkpoint, rename', role: 'worker', operation: 'rename', file: '.ckpt', among: 12},
  {name: 'checkpoint, removal', role: 'worker', operation: 'unlink', file: '/checkpoint/', among: 12},
  {name: 'best model, link', role: 'worker', operation: 'link', file: '/checkpoint/best-', among: 2},
  {name: 'best model, write', role: 'worker', operation: 'write', file: '/best/', among: 4},
  {name: 'best model, sync', role: 'worker', operation: 'sync', file: '/best/', among: 3},
  {name: 'best model, rename', role: 'worker', operation: 'rename', file: '/best/', among: 4},
  {name: 'last model, write', role: 'worker', operation: 'write', file: '/last/', among: 2},
  {name: 'last model, rename', role: 'worker', operation: 'rename', file: '/last/', among: 2},
  {name: 'event, write', role: 'worker', operation: 'write', file: 'events.jsonl', among: 12},
  {name: 'event, sync', role: 'worker', operation: 'sync', file: 'events.jsonl', among: 12},
  {name: 'features, write', role: 'worker', operation: 'write', file: '/features/', among: 6},
  {name: 'environment, rename', role: 'worker', operation: 'rename', file: 'environment.json', among: 1},
  {name: 'ingest, write', role: 'host', operation: 'write', file: 'ablate.db', among: 40},
  {name: 'ingest, sync', role: 'host', operation: 'sync', file: 'ablate.db', among: 4},
  {name: 'ingest, truncation', role: 'host', operation: 'truncate', file: 'ablate.db', among: 2},
  {name: 'lease, write', role: 'host', operation: 'write', file: 'queue.db', among: 25},
  {name: 'lease, removal', role: 'host', operation: 'unlink', file: 'queue.db-journal', among: 8},
  {name: 'facts, write', role: 'host', operation: 'write', file: 'run.json', among: 2},
  {name: 'facts, rename', role: 'host', operation: 'rename', file: 'run.json', among: 2},
  {name: 'resolved file, rename', role: 'host', operation: 'rename', file: 'resolved.yaml', among: 2},
  {name: 'split, write', role: 'host', operation: 'write', file: '/splits/', among: 1},
  {name: 'split, rename', role: 'host', operation: 'rename', file: '/splits/', among: 1},
  {name: 'event of the host, write', role: 'host', operation: 'write', file: 'events.jsonl', among: 1},
];
