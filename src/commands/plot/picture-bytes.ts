import type {Buffer} from 'node:buffer';

/** A picture as the bytes of a file, what is to be known of it, and the letters that it cannot show. */
export type PictureBytes = {readonly bytes: Buffer; readonly notes: readonly string[]; readonly lacking: readonly string[]};
