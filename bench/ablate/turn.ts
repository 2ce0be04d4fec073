/** Does a task once and gives what was measured. */
export type Turn = () => Promise<readonly number[]>;
