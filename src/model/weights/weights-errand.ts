import type {TransferLog} from '../../files/transfer-log.js';
import type {WeightsPlaces} from './find-weights.js';

/** One call's errand: where weights are fetched to, and where it says so. Its holder holds the folder's lock. */
export type WeightsErrand = {
  /** The backbone's folder in the cache; what is fetched is made ready beside its place and renamed. */
  readonly folder: string;
  readonly log: TransferLog;
  readonly options: WeightsPlaces & {readonly from?: string; readonly idleMs?: number};
};
