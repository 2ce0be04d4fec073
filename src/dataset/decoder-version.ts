/** Changes whenever the same bytes would give other pixels. */
export const decoderVersion = 1;
