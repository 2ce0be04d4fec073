import type {Fault} from './fault.js';

/** What a network says of a photo's file: the probability of each class and the digest of its bytes, or why there is nothing to say. */
export type PhotoAnswer = {readonly digest: string; readonly probabilities: Float32Array} | Pick<Fault, 'reason'>;
