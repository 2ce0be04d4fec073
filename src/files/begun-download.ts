import {readFile, rm, stat, writeFile} from 'node:fs/promises';

/** What an earlier call got of a URL, and by what the server knows whether the rest still belongs to it. */
export type BegunDownload = {
  readonly bytes: number;
  /** The `If-Range` to ask with: a strong ETag, else the time of the last change, where the server gave one. */
  readonly validator: string | undefined;
};

type Note = {readonly url: string; readonly validator?: string};

/** What lies in a file of a download that was cut off; undefined where nothing does, or it came from another URL. */
export async function readBegunDownload(file: string, url: string): Promise<BegunDownload | undefined> {
  try {
    const note = JSON.parse(await readFile(noteOf(file), 'utf8')) as Note;
    const {size: bytes} = await stat(file);
    return note.url === url && bytes > 0 ? {bytes, validator: note.validator} : undefined;
  } catch {
    return undefined;
  }
}

/** Notes beside a file what is about to be written to it. */
export async function noteDownload(file: string, url: string, headers: Headers): Promise<void> {
  const etag = headers.get('etag');
  // A weak ETag speaks of meaning, not of bytes, and may not stand in If-Range.
  const validator = (etag?.startsWith('"') ? etag : headers.get('last-modified')) ?? undefined;
  await writeFile(noteOf(file), JSON.stringify({url, validator} satisfies Note));
}

/** Takes the note away: the file is whole, or is to be fetched anew. */
export async function forgetDownload(file: string): Promise<void> {
  await rm(noteOf(file), {force: true});
}

function noteOf(file: string): string {
  return `${file}.from`;
}
