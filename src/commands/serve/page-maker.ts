import {type ChildProcess, fork} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import type {Places} from '../places.js';
import type {PageAnswer, PageOrder} from './page-messages.js';

const entry = fileURLToPath(new URL('page-entry.js', import.meta.url));

/** Has pages made in a process of its own, one at a time, which is begun when it is needed. */
export class PageMaker {
  readonly #paths: readonly string[];
  readonly #places: Places;
  #child: ChildProcess | undefined;

  constructor(paths: readonly string[], places: Places) {
    this.#paths = paths;
    this.#places = places;
  }

  async make(): Promise<PageAnswer> {
    this.#child ??= this.#begin();
    const child = this.#child;
    return new Promise(resolve => {
      const answer = (made: PageAnswer) => {
        child.off('message', answer).off('close', end).off('error', end);
        resolve(made);
      };

      const end = () => {
        this.#child = undefined;
        answer({kind: 'trouble', text: 'The process that makes the page has died, perhaps for want of memory. It is begun again.'});
      };

      child.on('message', answer).on('close', end).on('error', end);
      this.#send(child, {kind: 'make'});
    });
  }

  /** Frees its memory; the next page takes longer. */
  rest(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #begin(): ChildProcess {
    const child = fork(entry, {stdio: ['ignore', 'ignore', 'inherit', 'ipc']});
    child.once('close', () => {
      if (this.#child === child) {
        this.#child = undefined;
      }
    });
    this.#send(child, {kind: 'begin', paths: this.#paths, places: this.#places});
    return child;
  }

  // It may be gone before it hears, and its end is heard of.
  #send(child: ChildProcess, order: PageOrder): void {
    child.send(order, () => undefined);
  }
}
