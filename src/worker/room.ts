/** Does something that writes `bytes`, also again, until there is room on the disk for it. */
export type Room = <Result>(work: () => Promise<Result> | Result, bytes?: number) => Promise<Result>;
