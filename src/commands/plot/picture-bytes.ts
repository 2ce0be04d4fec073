import type {Buffer} from 'node:buffer';

/** A picture as the bytes of a file, and what is to be known of it. */
export type PictureBytes = {readonly bytes: Buffer; readonly notes: readonly string[]};
