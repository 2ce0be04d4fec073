import process from 'node:process';
import {Hono} from 'hono';
import {type SSEStreamingApi, streamSSE} from 'hono/streaming';
import {UserError} from '../errors.js';
import {Bell} from './bell.js';
import {guard, type Gate} from './guard.js';
import type {LiveSource} from './live-source.js';

const headers = {
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': 'default-src \'none\'; frame-ancestors \'none\'',
};

// Proxies close what is silent for a minute, and a connection that is dead is found only by writing to it.
const quietMs = 15_000;

/** What is answered to whom. */
export function liveApp(source: LiveSource, gate: Gate): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(headers)) {
      context.header(name, value);
    }

    await next();
  });
  app.use(guard(gate));
  app.get('/', context => {
    const {text, policy} = source.page();
    return context.html(text, 200, {'content-security-policy': `${policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`});
  });
  app.get('/events', context => context.req.method === 'HEAD'
    ? context.body(null)
    : unkept(streamSSE(context, async stream => {
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
      try {
        await tell(source, context.req.query('since') ?? '', {stream, bell});
      } finally {
        leave();
      }
    })));
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

// Hono lets caches keep a stream, if they ask; nginx keeps it back until it has some of it.
function unkept(answer: Response): Response {
  answer.headers.set('cache-control', 'no-store');
  answer.headers.set('x-accel-buffering', 'no');
  return answer;
}

type Listener = {readonly stream: SSEStreamingApi; readonly bell: Bell};

/** Whoever reads slowly is told the newest alone. */
async function tell(source: LiveSource, version: string, {stream, bell}: Listener): Promise<void> {
  let told = {now: '', version};
  while (!stream.aborted && !stream.closed) {
    const now = source.now();
    if (now !== told.now) {
      await stream.writeSSE({event: 'now', data: now});
    }

    const changes = source.since(told.version);
    if (changes) {
      await stream.writeSSE({event: 'parts', data: JSON.stringify(changes)});
    }

    told = {now, version: changes?.version ?? told.version};
    if (!await bell.heard(quietMs)) {
      await stream.write(':\n\n');
    }
  }
}
