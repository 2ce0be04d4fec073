import path from 'node:path';
import crc32 from 'crc-32';

/**
Where a cache keeps an answer about these texts. Their checksum stands for them, since any of them may be no name for a file; it is short, so that
what is kept there has to say what it is about. A digest that is sure would take as long to load as all that is remembered.
*/
export function rememberedFile(cache: string, kind: string, about: readonly string[]): string {
  const address = (crc32.str(JSON.stringify(about)) >>> 0).toString(16).padStart(8, '0');
  return path.join(cache, 'remembered', `${kind}-${address}.json`);
}
