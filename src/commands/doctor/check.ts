/** One thing that the doctor looked at. */
export type Check = {
  readonly name: string;
  /** `missing` stops training; `lacking` is worth knowing and stops nothing. */
  readonly state: 'fine' | 'lacking' | 'missing';
  /** What was found, in words. */
  readonly found: string;
  /** The one command that mends it. */
  readonly mend?: string;
  /** The same for programs. */
  readonly details?: unknown;
};
