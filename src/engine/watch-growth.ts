import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';

/** Tells twice a second how many bytes the files with an ending have below a folder, until the returned function is called. */
export function watchGrowth(folder: string, ending: string, onBytes: (bytes: number) => void): () => void {
  const timer = setInterval(() => {
    onBytes(sizeBelow(folder, ending));
  }, 500);
  return () => {
    clearInterval(timer);
  };
}

function sizeBelow(folder: string, ending: string): number {
  let bytes = 0;
  try {
    for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
      bytes += name.endsWith(ending) ? statSync(path.join(folder, name)).size : 0;
    }
  } catch {
    // Files come and go under pip's hands; the next look tells.
  }

  return bytes;
}
