import type {RunUpdate} from '../domain/queue-update.js';
import type {LeaseBook} from './lease-book.js';
import type {QueueOptions} from './queue-options.js';
import type {Place} from './slots.js';

/** What a turn is taken with. */
export type TurnMeans = {
  readonly place: Place;
  readonly options: QueueOptions;
  readonly book: LeaseBook;
  readonly tell: (update: TurnUpdate) => void;
};

/** An update of one run, before the queue adds which. */
export type TurnUpdate = RunUpdate extends infer Update ? Update extends RunUpdate ? Omit<Update, 'run' | 'slot'> : never : never;
