import {once} from 'node:events';
import process from 'node:process';

/** Prints a text by its parts, which may be too long to be one: no more is made than whoever reads it takes. */
export async function printParts(parts: Iterable<string> | AsyncIterable<string>): Promise<void> {
  for await (const part of parts) {
    if (!process.stdout.write(part)) {
      await once(process.stdout, 'drain');
    }
  }
}
