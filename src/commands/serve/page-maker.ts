import {type ChildProcess, fork} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import type {Places} from '../places.js';
import type {PageAnswer, PageOrder, StillAtIt} from './page-messages.js';

const entry = fileURLToPath(new URL('page-entry.js', import.meta.url));

// It says that it lives every few seconds: one that is silent for so long hangs, on a disk that does not answer or in swap.
const silentMs = 300_000;
const died = 'The process that makes the page has died, perhaps for want of memory. It is begun again.';
const hung = 'The process that makes the page has hung for five minutes, perhaps on a disk that does not answer. It is begun again.';

/** Has pages made in a process of its own, one at a time, which is begun when it is needed. */
export class PageMaker {
  readonly #paths: readonly string[];
  readonly #places: Places;
  #child: ChildProcess | undefined;
  /** Gives the page in the making to who asked for it. */
  #give: ((answer: PageAnswer) => void) | undefined;
  #watchdog: NodeJS.Timeout | undefined;

  constructor(paths: readonly string[], places: Places) {
    this.#paths = paths;
    this.#places = places;
  }

  async make(): Promise<PageAnswer> {
    this.#child ??= this.#begin();
    const child = this.#child;
    return new Promise(resolve => {
      this.#give = resolve;
      this.#watch(child);
      this.#send(child, {kind: 'make'});
    });
  }

  /** Frees its memory; the next page takes longer. */
  rest(): void {
    if (this.#child) {
      this.#lose(this.#child, died);
    }
  }

  #begin(): ChildProcess {
    const child = fork(entry, {stdio: ['ignore', 'ignore', 'inherit', 'ipc']});
    const end = () => {
      this.#lose(child, died);
    };

    child.on('message', (news: PageAnswer | StillAtIt) => {
      this.#hear(child, news);
    }).once('close', end).once('error', end);
    this.#send(child, {kind: 'begin', paths: this.#paths, places: this.#places});
    return child;
  }

  #hear(child: ChildProcess, news: PageAnswer | StillAtIt): void {
    if (child !== this.#child) {
      return;
    }

    if (news.kind === 'at-it') {
      this.#watch(child);
    } else {
      this.#answer(news);
    }
  }

  #watch(child: ChildProcess): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      this.#lose(child, hung);
    }, silentMs);
  }

  // One that hangs in the kernel may outlive this, and is waited for by nobody.
  #lose(child: ChildProcess, why: string): void {
    if (child !== this.#child) {
      return;
    }

    this.#child = undefined;
    child.kill('SIGKILL');
    child.unref();
    child.channel?.unref();
    this.#answer({kind: 'trouble', text: why});
  }

  #answer(answer: PageAnswer): void {
    clearTimeout(this.#watchdog);
    const give = this.#give;
    this.#give = undefined;
    give?.(answer);
  }

  // It may be gone before it hears, and its end is heard of.
  #send(child: ChildProcess, order: PageOrder): void {
    child.send(order, () => undefined);
  }
}
