import type {LogStream} from '../domain/log-stream.js';

/** Says what is done, a line each, and how far a long step is. */
export class EngineLog {
  readonly #stream: LogStream;
  readonly #now: () => number;
  #open = false;
  #shownAt = Number.NEGATIVE_INFINITY;

  constructor(stream: LogStream, now: () => number = Date.now) {
    this.#stream = stream;
    this.#now = now;
  }

  say(text: string): void {
    this.#close();
    this.#stream.write(`engine: ${text}\n`);
    this.#shownAt = this.#now();
  }

  /** How far the step at hand is: replaces itself on a terminal, and is a line each ten seconds elsewhere. */
  progress(text: string): void {
    if (this.#stream.isTTY) {
      this.#stream.write(`\r\u{1B}[2Kengine: ${text}`);
      this.#open = true;
    } else if (this.#now() - this.#shownAt >= 10_000) {
      this.say(text);
    }
  }

  #close(): void {
    if (this.#open) {
      this.#stream.write('\r\u{1B}[2K');
      this.#open = false;
    }
  }
}
