import process from 'node:process';
import type {HttpBindings} from '@hono/node-server';
import {type Context, Hono} from 'hono';
import {compress} from 'hono/compress';
import {type SSEStreamingApi, streamSSE} from 'hono/streaming';
import {UserError} from '../errors.js';
import {Bell} from './bell.js';
import {EventWriter} from './event-writer.js';
import {guard, type Gate} from './guard.js';
import type {LiveNow, LiveSource} from './live-source.js';

const headers = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': 'default-src \'none\'; frame-ancestors \'none\'',
};

// Proxies close what is silent for a minute, a connection that is dead is found only by writing to it, and the page takes a long silence for that.
const quietMs = 15_000;

/** What is answered to whom. Who listens, but takes nothing in for `patienceMs`, is left. */
export function liveApp(source: LiveSource, gate: Gate, patienceMs = 60_000): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(headers)) {
      context.header(name, value);
    }

    await next();
  });
  app.use(compress());
  app.use(guard(gate));
  app.get('/', context => {
    const {text, policy} = source.page();
    return context.html(text, 200, {'content-security-policy': `${policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`});
  });
  app.get('/events', context => answerEvents(context, source, {gate, patienceMs}));
  app.get('/logs/:run', async context => {
    const from = context.req.query('from') ?? '';
    const log = await source.log(context.req.param('run'), /^\d{1,15}$/v.test(from) ? Number(from) : undefined);
    return log ? context.json(log) : context.notFound();
  });
  app.onError((error, context) => {
    const isTold = error instanceof UserError;
    if (!isTold) {
      process.stderr.write(`${error.stack ?? error.message}\n`);
    }

    return context.text(`${isTold ? error.message : 'This is a bug in ablate: the server\'s terminal says more'}.\n`, 500);
  });
  app.notFound(context => context.text('There is nothing here.\n', 404));
  return app;
}

type Telling = {readonly gate: Gate; readonly patienceMs: number};

function answerEvents(context: Context, source: LiveSource, {gate, patienceMs}: Telling): Response {
  const isSqueezed = /\bgzip\b/v.test(context.req.header('accept-encoding') ?? '');
  context.header('vary', 'Accept-Encoding');
  if (context.req.method === 'HEAD') {
    return context.body(null);
  }

  if (isSqueezed) {
    context.header('content-encoding', 'gzip');
  }

  const {outgoing} = context.env as HttpBindings;
  return unkept(streamSSE(context, async stream => {
    const bell = new Bell();
    const token = gate.token();
    const leave = source.listen(() => {
      // Who came with a token of before is let go, and may come with the new one.
      if (gate.token() !== token) {
        stream.abort();
      }

      bell.ring();
    });
    stream.onAbort(() => {
      bell.ring();
    });
    const writer = new EventWriter(stream, {isSqueezed, patienceMs, giveUp() {
      outgoing.destroy();
    }});
    try {
      await tell(source, context.req.query('since') ?? '', {stream, writer, bell});
    } finally {
      leave();
      writer.close();
    }
  }));
}

// Hono lets caches keep a stream, if they ask; nginx keeps it back until it has some of it.
function unkept(answer: Response): Response {
  answer.headers.set('cache-control', 'no-store');
  answer.headers.set('x-accel-buffering', 'no');
  return answer;
}

type Listener = {readonly stream: SSEStreamingApi; readonly writer: EventWriter; readonly bell: Bell};

/** Whoever reads slowly is told the newest alone. */
async function tell(source: LiveSource, version: string, {stream, writer, bell}: Listener): Promise<void> {
  let told: {readonly now: LiveNow | undefined; readonly version: string} = {now: undefined, version};
  let spoke = performance.now();
  while (!stream.aborted && !stream.closed) {
    const now = source.now();
    const news = newsOf(now, told.now);
    if (news) {
      await writer.write('now', JSON.stringify(news));
      spoke = performance.now();
    }

    const changes = source.since(told.version);
    if (changes) {
      await writer.write('parts', JSON.stringify(changes));
      spoke = performance.now();
    }

    told = {now, version: changes?.version ?? told.version};
    // A bell that rings for nothing is no word to whoever waits.
    if (performance.now() - spoke >= quietMs) {
      await writer.write('ping', '');
      spoke = performance.now();
    }

    await bell.heard(Math.max(0, spoke + quietMs - performance.now()));
  }
}

/** What a page is told that has `old`. */
function newsOf({sign, frame, pieces}: LiveNow, old: LiveNow | undefined): object | undefined {
  const changed = [...pieces].filter(([key, piece]) => old?.pieces.get(key) !== piece);
  const isSame = changed.length === 0 && frame === old?.frame && sign.text === old.sign.text && sign.kind === old.sign.kind;
  return isSame ? undefined : {sign, frame, changed};
}
