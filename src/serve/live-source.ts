import type {ShownPart} from '../domain/shown-part.js';

/** What the server shows. It is asked, and says when there may be something new; nothing is made for nobody. */
export type LiveSource = {
  /** The whole page. */
  page(): LiveText;
  /** What is going on, as far as it is known. */
  now(): LiveNow;
  /** What changed since a version of the page; undefined where nothing did. */
  since(version: string): LiveChanges | undefined;
  /** Calls `onNews` whenever something may be new, until the function that it gives is called. */
  listen(onNews: () => void): () => void;
  /** What a run said from a byte on; undefined for a run that there is not. */
  log(runId: string, from: number | undefined): Promise<object | undefined>;
};

/** In pieces by their keys; `frame` says where each belongs. */
export type LiveNow = {
  readonly sign: {readonly text: string; readonly kind: string};
  readonly frame: string;
  readonly pieces: ReadonlyMap<string, string>;
};

export type LiveText = {readonly text: string; readonly policy: string};

export type LiveChanges = {
  readonly version: string;
  /** Every part of the page, in order. */
  readonly order: ReadonlyArray<Omit<ShownPart, 'html'>>;
  readonly changed: ReadonlyArray<Omit<ShownPart, 'place'>>;
};
