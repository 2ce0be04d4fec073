import type {BatchPart} from '../domain/batch-part.js';

/** What a layer is told beside its input. */
export type LayerCall = {
  /** @default false */
  readonly training?: boolean;
  /**
  Which step of the training it is, counted from 0: masks are drawn by it, and by nothing that a layer would have to remember.
  @default 0
  */
  readonly step?: number;
  /**
  Where the input is a part of a batch, for want of memory.
  @default undefined, all of it
  */
  readonly part?: BatchPart | undefined;
};
