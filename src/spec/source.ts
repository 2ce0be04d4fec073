import type {LineCounter} from 'yaml';

/** A text that holds keys and values: a YAML file, or one `--set`. */
export type Source = {
  /** As shown to the user: a path relative to the working folder, or `--set key=value`. */
  readonly label: string;
  /** Absolute path; undefined for `--set`. */
  readonly path: string | undefined;
  readonly text: string;
  readonly lines: LineCounter;
};

/** A stretch of a source, in characters from its start. */
export type Place = {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
};

/** A value that remembers where each of its parts was written, also after files were merged. */
export type Located
  = | {readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly place: Place}
    | {readonly kind: 'list'; readonly items: readonly Located[]; readonly place: Place}
    | LocatedMap;

export type LocatedMap = {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, LocatedEntry>;
  readonly place: Place;
};

export type LocatedEntry = {readonly key: Place; readonly value: Located};
