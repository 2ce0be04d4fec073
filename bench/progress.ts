import process from 'node:process';

/** Shows what is going on in one line of standard error: rewritten on a terminal, elsewhere a line each. */
export class Progress {
  readonly #started = performance.now();

  say(text: string): void {
    const minutes = ((performance.now() - this.#started) / 60_000).toFixed(1);
    process.stderr.write(process.stderr.isTTY ? `\r\u{1B}[2K${minutes} min  ${text}` : `${minutes} min  ${text}\n`);
  }

  end(): void {
    if (process.stderr.isTTY) {
      process.stderr.write('\r\u{1B}[2K');
    }
  }
}
