import path from 'node:path';

/** Where a cache keeps the pixels of decoded pictures. */
export function decodedFolder(cache: string): string {
  return path.join(cache, 'decoded');
}
