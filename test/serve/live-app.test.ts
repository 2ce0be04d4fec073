import net from 'node:net';
import test, {type ExecutionContext} from 'ava';
import {listen} from '../../src/serve/listen.js';
import {liveApp} from '../../src/serve/live-app.js';
import type {LiveSource} from '../../src/serve/live-source.js';

type Told = LiveSource & {
  /** Comes when the last listener has gone. */
  readonly left: Promise<void>;
  readonly tell: (pieces: Readonly<Record<string, string>>) => void;
};

function sourceOf(first: Readonly<Record<string, string>>): Told {
  let [pieces, leave, wake] = [first, () => undefined as void, () => undefined as void];
  const left = new Promise<void>(resolve => {
    leave = resolve;
  });
  return {
    left,
    tell(news) {
      pieces = news;
      wake();
    },
    page: () => ({text: '<p>page', policy: ''}),
    now: () => ({sign: {text: 'Live', kind: 'live'}, frame: 'frame', pieces: new Map(Object.entries(pieces))}),
    since: () => undefined,
    listen(onNews) {
      wake = onNews;
      return leave;
    },
    log: async () => undefined,
  };
}

async function serveSource(t: ExecutionContext, source: LiveSource, patienceMs?: number): Promise<number> {
  const app = liveApp(source, {token: () => 'secret', allows: () => true}, patienceMs);
  const server = await listen('127.0.0.1', 0, app);
  t.teardown(server.close);
  return server.port;
}

test('a reader that is there, but takes nothing in, is left', async t => {
  const source = sourceOf({one: 'x'.repeat(32_000_000)});
  const port = await serveSource(t, source, 100);
  const socket = net.connect(port, '127.0.0.1');
  t.teardown(() => socket.destroy());
  socket.on('error', () => undefined).pause();
  socket.write('GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer secret\r\n\r\n');
  await t.notThrowsAsync(source.left);
});

test('what is going on is sent compressed, and then only what differs', async t => {
  const source = sourceOf({one: 'first', two: 'stays'});
  const port = await serveSource(t, source);
  const answer = await fetch(`http://127.0.0.1:${port}/events`, {headers: {authorization: 'Bearer secret', 'accept-encoding': 'gzip'}});
  t.is(answer.headers.get('content-encoding'), 'gzip');
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  const hear = async () => {
    let text = '';
    while (!text.endsWith('\n\n')) {
      text += (await reader.read()).value!;
    }

    return text;
  };

  const event = (changed: ReadonlyArray<readonly [string, string]>) => `event: now\ndata: ${JSON.stringify({sign: {text: 'Live', kind: 'live'}, frame: 'frame', changed})}\n\n`;
  t.is(await hear(), event([['one', 'first'], ['two', 'stays']]));
  source.tell({one: 'first', two: 'stays'});
  source.tell({one: 'second', two: 'stays'});
  t.is(await hear(), event([['one', 'second']]));
  await reader.cancel();
  await source.left;
});
