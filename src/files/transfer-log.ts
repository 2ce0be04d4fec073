import type {LogStream} from '../domain/log-stream.js';

const barWidth = 24;

/** Says how a download goes: a bar that redraws itself on a terminal, a line at each tenth elsewhere. */
export class TransferLog {
  readonly #stream: LogStream;
  #isBarOpen = false;
  #tenths = 0;

  constructor(stream: LogStream) {
    this.#stream = stream;
  }

  say(text: string): void {
    this.clear();
    this.#stream.write(`${text}\n`);
  }

  /** Takes the bar away. */
  clear(): void {
    if (this.#isBarOpen) {
      this.#stream.write('\r\u{1B}[2K');
    }

    this.#isBarOpen = false;
    this.#tenths = 0;
  }

  /** How far something is; `total` is undefined where nobody said. Counts of bytes are shown in megabytes. */
  progress(done: number, total: number | undefined, unit: 'bytes' | 'files' | 'photos' | 'photos compared' | 'runs'): void {
    const amount = unit === 'bytes'
      ? `${megabytes(done)}${total ? ` of ${megabytes(total)}` : ''} MB`
      : `${done}${total ? ` of ${total}` : ''} ${unit}`;
    const share = total ? Math.min(done / total, 1) : 0;
    if (this.#stream.isTTY) {
      const filled = Math.round(share * barWidth);
      this.#stream.write(`\r\u{1B}[2K  ${total ? `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ` : ''}${amount}`);
      this.#isBarOpen = true;
    } else if (Math.floor(share * 10) > this.#tenths) {
      this.#tenths = Math.floor(share * 10);
      this.#stream.write(`  ${amount}\n`);
    }
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
