/** Bytes of a picture's file: 256 MiB. No camera writes so many, and several files are in memory at once. */
export const largestPicture = 0x10_00_00_00;

/** Pillow's limit too, where it calls a picture a decompression bomb: 179 megapixels. */
export const mostPixels = 178_956_970;

/** What is decoded beside others: 32 megapixels. Larger ones are decoded one at a time, for each may take more than 1 GB. */
export const mostPixelsBeside = 32_000_000;
