import {randomUUID} from 'node:crypto';
import type {ShownPart} from '../../domain/shown-part.js';
import {RunFolder} from '../../protocol/run-folder.js';
import {formatDuration} from '../../report/format-duration.js';
import {livePage} from '../../report/live/live-page.js';
import {nowPieces, nowSection} from '../../report/live/now-section.js';
import type {NowData} from '../../report/live/now-data.js';
import {signOf} from '../../report/live/sign-of.js';
import type {LiveChanges, LiveNow, LiveSource, LiveText} from '../../serve/live-source.js';
import type {Places} from '../places.js';
import {FolderWatch} from './folder-watch.js';
import {PageMaker} from './page-maker.js';
import type {MadePage} from './page-messages.js';
import {readLog} from './read-log.js';

const lookMs = 1000;
// What looks rests longer than it looked, and what makes the page longer than it made it, so that training has the processor.
const restShare = 4;
// A reload shows files and photos that have changed, of which the database knows nothing.
const staleMs = 10_000;
// After one that could not be made; after a long one longer, though not for ever, since it may have hung.
const [retryMs, mostRetryMs] = [5000, 120_000];
// A first page of thousands of runs takes its time; results that stand still for longer are told of.
const slowMs = 60_000;
// Whoever comes back finds what was drawn.
const idleMs = 300_000;

/** A runs folder as it is now, for whoever listens: looked at each second, with its page made anew as soon as it may be. */
export class LiveSweep implements LiveSource {
  readonly #places: Places;
  readonly #watch: FolderWatch;
  readonly #maker: PageMaker;
  /** Another server's versions mean nothing here. */
  readonly #instance = randomUUID();
  readonly #listeners = new Set<() => void>();
  readonly #parts = new Map<string, {readonly html: string; readonly since: number}>();
  #order: MadePage['order'] = [];
  #title = 'Ablations';
  #count = 0;
  #trouble: string | undefined;
  #now: NowData;
  #drawn: LiveNow | undefined;
  #lookedAt = -Infinity;
  /** What the folder was when the page was made last. */
  #made: string | undefined;
  #madeAt = -Infinity;
  #restUntil = -Infinity;
  #lookAgainAt = -Infinity;
  #isMaking = false;
  #begunAt = -Infinity;
  #isClosed = false;
  #listenedAt = performance.now();
  #timer: NodeJS.Timeout | undefined;

  constructor(paths: readonly string[], places: Places) {
    this.#places = places;
    this.#watch = new FolderWatch(places.runs);
    this.#maker = new PageMaker(paths, places);
    this.#now = this.#watch.look().now;
  }

  begin(): void {
    this.#look();
    this.#timer = setInterval(() => {
      this.#tick();
    }, lookMs);
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    this.#watch.close();
    this.#maker.rest();
  }

  page(): LiveText {
    this.#refresh();
    return livePage({
      title: this.#title,
      parts: this.#order.map(({id, place}): ShownPart => ({id, place, html: this.#parts.get(id)!.html})),
      version: this.#version,
      now: nowSection(this.#now),
      sign: signOf(this.#now),
    });
  }

  /** Drawn once a look, however many listen. */
  now(): LiveNow {
    this.#drawn ??= {sign: signOf(this.#now), ...nowPieces(this.#now)};
    return this.#drawn;
  }

  since(version: string): LiveChanges | undefined {
    if (version === this.#version) {
      return undefined;
    }

    const [instance, count] = version.split('.');
    const known = instance === this.#instance && /^\d{1,9}$/v.test(count ?? '') ? Number(count) : 0;
    const changed = this.#order.flatMap(({id}) => this.#parts.get(id)!.since > known ? [{id, html: this.#parts.get(id)!.html}] : []);
    return this.#count === 0 ? undefined : {version: this.#version, order: this.#order, changed};
  }

  listen(onNews: () => void): () => void {
    this.#listeners.add(onNews);
    // Many who come at once are told what the first one's look found.
    if (performance.now() - this.#lookedAt > lookMs) {
      this.#refresh();
    }

    return () => {
      this.#listeners.delete(onNews);
      this.#listenedAt = performance.now();
    };
  }

  async log(runId: string, from: number | undefined): Promise<object | undefined> {
    return this.#watch.knows(runId) ? readLog(new RunFolder(this.#places.runs, runId).log, from) : undefined;
  }

  get #version(): string {
    return `${this.#instance}.${this.#count}`;
  }

  #tick(): void {
    if (this.#listeners.size > 0) {
      if (performance.now() >= this.#lookAgainAt) {
        this.#look();
      }
    } else if (!this.#isMaking && performance.now() - this.#listenedAt > idleMs) {
      this.#maker.rest();
    }
  }

  #refresh(): void {
    this.#listenedAt = performance.now();
    if (performance.now() - this.#madeAt > staleMs) {
      this.#made = undefined;
    }

    this.#look();
  }

  #look(): void {
    const begun = performance.now();
    const {now, mark} = this.#watch.look();
    this.#lookAgainAt = performance.now() + (restShare * (performance.now() - begun));
    this.#lookedAt = performance.now();
    this.#drawn = undefined;
    this.#now = {...now, trouble: now.trouble ?? this.#slowness() ?? this.#trouble};
    if (mark !== undefined && mark !== this.#made && !this.#isMaking && performance.now() >= this.#restUntil) {
      void this.#make(mark);
    }

    for (const tell of this.#listeners) {
      tell();
    }
  }

  async #make(mark: string): Promise<void> {
    this.#isMaking = true;
    this.#begunAt = performance.now();
    const answer = await this.#maker.make();
    if (this.#isClosed) {
      return;
    }

    this.#isMaking = false;
    this.#madeAt = performance.now();
    const isMade = answer.kind === 'page';
    this.#made = isMade ? mark : undefined;
    const spent = this.#madeAt - this.#begunAt;
    this.#restUntil = this.#madeAt + (isMade ? restShare * answer.ms : Math.min(mostRetryMs, Math.max(retryMs, restShare * spent)));
    this.#trouble = isMade ? undefined : answer.text;
    if (isMade) {
      this.#take(answer);
    }

    this.#look();
  }

  #slowness(): string | undefined {
    const ms = performance.now() - this.#begunAt;
    return this.#isMaking && ms > slowMs ? `The results are being gathered for ${formatDuration(ms / 1000)} already: what is shown of them is older.` : undefined;
  }

  #take({title, order, changed}: MadePage): void {
    const news = order.filter(({id}) => id in changed && this.#parts.get(id)?.html !== changed[id]);
    const isSame = news.length === 0 && JSON.stringify(order) === JSON.stringify(this.#order);
    if (isSame) {
      return;
    }

    this.#count++;
    const wanted = new Set(order.map(({id}) => id));
    for (const id of [...this.#parts.keys()].filter(each => !wanted.has(each))) {
      this.#parts.delete(id);
    }

    for (const {id} of news) {
      this.#parts.set(id, {html: changed[id]!, since: this.#count});
    }

    this.#order = order;
    this.#title = title;
  }
}
