import type {ShownPart} from '../../domain/shown-part.js';
import type {Places} from '../places.js';

/** What the process that makes pages is told, once and before each. */
export type PageOrder = {readonly kind: 'begin'; readonly paths: readonly string[]; readonly places: Places} | {readonly kind: 'make'};

/** A page: its parts in order, with the markup of those that are not as they were in the last one. */
export type MadePage = {
  readonly kind: 'page';
  /** How long the next one will take, about: nothing is known of that by the first, which loads and draws everything. */
  readonly ms: number;
  readonly title: string;
  readonly order: ReadonlyArray<Omit<ShownPart, 'html'>>;
  readonly changed: Readonly<Record<string, string>>;
};

/** What it answers. `trouble` is for the user to read. */
export type PageAnswer = MadePage | {readonly kind: 'trouble'; readonly text: string};

/** What it says meanwhile, again and again. */
export type StillAtIt = {readonly kind: 'at-it'};
