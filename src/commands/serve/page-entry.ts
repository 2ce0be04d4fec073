import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {errors, UserError} from '../../errors.js';
import {drawPieces} from '../../report/page/draw-pieces.js';
import {pageParts, titleOf} from '../../report/page/page-parts.js';
import {FollowedStore} from '../../store/followed-store.js';
import {openResults} from '../find-store.js';
import type {Places} from '../places.js';
import {gatherReport} from '../report/gather-report.js';
import {KeptPieces} from '../report/kept-pieces.js';
import {withScores} from '../with-scores.js';
import type {MadePage, PageAnswer, PageOrder, StillAtIt} from './page-messages.js';

const signMs = 5000;

// Makes pages for `ablate serve`, which goes on answering meanwhile; it ends with it.
let maker: PageMaking | undefined;

// Training comes first. Who was made to wait longer still cannot take that back.
os.setPriority(Math.max(os.getPriority(), os.constants.priority.PRIORITY_BELOW_NORMAL));

process.on('message', (order: PageOrder) => {
  if (order.kind === 'begin') {
    maker = new PageMaking(order.paths, order.places);
  } else {
    void answer(maker!);
  }
});
// Ctrl-C is for the server, which then lets go.
process.on('SIGINT', () => undefined);

async function answer(making: PageMaking): Promise<void> {
  const signs = setInterval(tell, signMs, {kind: 'at-it'}).unref();
  const made = await making.make().catch((error: unknown) => ({kind: 'trouble', text: textOf(error)}) as const);
  clearInterval(signs);
  tell(made);
}

function tell(news: PageAnswer | StillAtIt): void {
  process.send!(news, undefined, undefined, () => undefined);
}

function textOf(error: unknown): string {
  if (error instanceof UserError) {
    return `${error.message}. ${error.hint ?? ''}`.trim();
  }

  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
  return 'The page could not be made, by a bug in ablate: the server\'s terminal says more.';
}

class PageMaking {
  readonly #paths: readonly string[];
  readonly #places: Places;
  readonly #followed: FollowedStore;
  #kept: KeptPieces | undefined;
  #known: ReadonlyMap<string, string> = new Map();

  constructor(paths: readonly string[], places: Places) {
    this.#paths = paths;
    this.#places = places;
    this.#followed = new FollowedStore(places.runs);
  }

  async make(): Promise<MadePage> {
    if (!this.#kept) {
      // Once: what ends while it looks is scored by who trains it.
      const store = await withScores(openResults(this.#places), this.#places);
      store.close();
    }

    const begun = performance.now();
    const kept = this.#kept?.next() ?? await KeptPieces.open(path.join(this.#places.runs, 'report', '.pieces.json'));
    const found = this.#followed.now();
    if (!found) {
      throw errors.noResults(this.#places.runs);
    }

    const data = await gatherReport(this.#paths, found.store, this.#places);
    const parts = pageParts(data, await drawPieces(data, kept.keep));
    const ms = this.#kept ? performance.now() - begun : 0;
    this.#kept = kept;
    const changed = parts.filter(({id, html}) => this.#known.get(id) !== html).map(({id, html}) => [id, html]);
    this.#known = new Map(parts.map(({id, html}) => [id, html]));
    return {
      kind: 'page', ms, title: titleOf(data), order: parts.map(({id, place}) => ({id, place})),
      changed: Object.fromEntries(changed) as Record<string, string>,
    };
  }
}
