import {Buffer} from 'node:buffer';
import {constants, createGzip, type Gzip} from 'node:zlib';
import type {SSEStreamingApi} from 'hono/streaming';

// A page that is slow, but reads, has taken this in long before it is given up.
const pieceBytes = 65_536;

export type EventWriterOptions = {
  readonly isSqueezed: boolean;
  readonly patienceMs: number;
  /** Ends the connection of a reader that takes nothing in. */
  readonly giveUp: () => void;
};

/** Writes server-sent events for one reader, at the reader's pace, compressed for who can read that. */
export class EventWriter {
  readonly #stream: SSEStreamingApi;
  readonly #gzip: Gzip | undefined;
  readonly #squeezed: Buffer[] = [];
  readonly #patienceMs: number;
  readonly #giveUp: () => void;

  constructor(stream: SSEStreamingApi, {isSqueezed, patienceMs, giveUp}: EventWriterOptions) {
    this.#stream = stream;
    this.#patienceMs = patienceMs;
    this.#giveUp = giveUp;
    this.#gzip = isSqueezed ? createGzip() : undefined;
    this.#gzip?.on('data', (chunk: Buffer) => {
      this.#squeezed.push(chunk);
    });
  }

  /** The data is of one line, as JSON is. */
  async write(event: string, data: string): Promise<void> {
    const bytes = await this.#squeeze(`event: ${event}\ndata: ${data}\n\n`);
    for (let at = 0; at < bytes.length && !this.#stream.aborted; at += pieceBytes) {
      const timer = setTimeout(this.#giveUp, this.#patienceMs);
      await this.#stream.write(bytes.subarray(at, at + pieceBytes));
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#gzip?.close();
  }

  async #squeeze(text: string): Promise<Uint8Array> {
    const gzip = this.#gzip;
    if (!gzip) {
      return Buffer.from(text);
    }

    gzip.write(text);
    await new Promise<void>(resolve => {
      gzip.flush(constants.Z_SYNC_FLUSH, resolve);
    });
    return Buffer.concat(this.#squeezed.splice(0));
  }
}
