/** Every code has a section in docs/errors.md; a test holds the two lists equal. */
export const errorCodes = [
  'cannot-read-file',
  'no-such-path',
  'no-experiments',
  'bad-override',
  'invalid-experiments',
  'bad-history',
  'dataset-not-found',
  'no-dataset-found',
  'unknown-dataset',
  'no-class-folders',
  'single-class',
  'empty-class',
  'no-folder-for-class',
  'nothing-validates',
  'unreadable-pictures',
  'picture-changed',
  'too-many-pixels',
  'download-failed',
  'not-a-zip',
  'incomplete-dataset',
  'missing-weights',
  'unknown-backbone',
  'weights-not-fetched',
  'cannot-write-cache',
  'no-compiler',
  'checksum-mismatch',
  'engine-not-provisioned',
  'engine-does-not-load',
  'unreadable-weights',
  'weights-changed',
  'foreign-weights',
  'loss-not-finite',
  'out-of-memory',
  'worker-died',
  'worker-killed',
  'worker-hung',
  'worker-memory',
  'run-interrupted',
  'host-died',
  'device-busy',
  'run-timed-out',
  'run-cancelled',
  'run-held',
  'run-replaced',
  'queue-unwritable',
  'run-shared',
  'sweep-stopped',
  'run-folder-taken',
  'cannot-write-run',
  'cannot-write-runs',
  'no-results',
  'not-a-database',
  'newer-database',
  'cannot-write-export',
  'nothing-to-export',
  'bad-query',
  'query-too-long',
  'query-died',
  'lost-database',
  'runs-in-use',
  'bad-count',
  'bad-minutes',
  'bad-duration',
  'bad-share',
  'unknown-run',
  'run-done',
  'run-changed',
  'nothing-to-retry',
  'bad-condition',
  'unknown-row',
  'unknown-column',
] as const;

export type ErrorCode = typeof errorCodes[number];

/** Something that the user can put right. Shown as message and hint, never as a stack; ends with exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: ErrorCode;
  /** What to do about it. */
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, hint?: string, cause?: unknown) {
    super(message, {cause});
    this.code = code;
    this.hint = hint;
  }
}
