import path from 'node:path';

/** Every path of one run, all absolute: the one place that knows how a run's folder is laid out. */
export class RunFolder {
  /** The folder of the run whose folder is `folder`. */
  static at(folder: string): RunFolder {
    return new RunFolder(path.dirname(folder), path.basename(folder));
  }

  readonly runsFolder: string;
  readonly runId: string;

  constructor(runsFolder: string, runId: string) {
    // Asked of ten thousand runs, it must take no time.
    this.runsFolder = path.isAbsolute(runsFolder) ? runsFolder : path.resolve(runsFolder);
    this.runId = runId;
  }

  get path(): string {
    return path.join(this.runsFolder, this.runId);
  }

  /** What happened, one JSON object a line: all that the database knows of the run's course. */
  get events(): string {
    return path.join(this.path, 'events.jsonl');
  }

  /** Everything that the worker printed. */
  get log(): string {
    return path.join(this.path, 'log.txt');
  }

  /** The resolved configuration, as an experiment file. */
  get resolved(): string {
    return path.join(this.path, 'resolved.yaml');
  }

  /** What the events do not say of the run: its experiment, seed, fingerprint and split. */
  get facts(): string {
    return path.join(this.path, 'run.json');
  }

  /** Where the last attempt was trained. */
  get environment(): string {
    return path.join(this.path, 'environment.json');
  }

  /** What the epochs' time went into, where `--profile` asked for it. */
  get profile(): string {
    return path.join(this.path, 'profile.json');
  }

  /** The model after the last epoch. */
  get last(): string {
    return path.join(this.path, 'last');
  }

  /** The model after the epoch of the highest validation accuracy. */
  get best(): string {
    return path.join(this.path, 'best');
  }

  /** The checkpoints of a run that is not done. */
  get checkpoints(): string {
    return path.join(this.path, 'checkpoint');
  }

  /** One of them; the highest number is the newest. */
  checkpoint(number: number): string {
    return path.join(this.checkpoints, `${number}.ckpt`);
  }

  /** The weights of a best model that a checkpoint goes with, by their SHA-256, also once a later epoch was better. */
  bestOfCheckpoint(sha256: string): string {
    return path.join(this.checkpoints, `best-${sha256.slice(0, 16)}.bin`);
  }

  /** The pictures of a split, shared by all runs on it. */
  splitFile(splitId: string): string {
    return path.join(this.runsFolder, 'splits', `${splitId.slice(0, 16)}.json`);
  }
}
