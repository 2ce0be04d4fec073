import {stat} from 'node:fs/promises';
import {createServer, type RequestListener, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';
import type {ExecutionContext} from 'ava';

/** A server on this machine for one test, which answers every request alike; gives its address. */
export async function serve(t: ExecutionContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What a file server does that knows ranges: the whole, or the rest from where it was asked for, if it is still the same file. */
export function fileServer(content: Uint8Array, etag: string | undefined, requests: string[] = []): RequestListener {
  return (request, response) => {
    const {range, 'if-range': condition} = request.headers;
    requests.push(range ?? 'whole');
    if (etag !== undefined) {
      response.setHeader('etag', etag);
    }

    const from = Number(/^bytes=(\d+)-$/v.exec(range ?? '')?.[1] ?? 0);
    if (range === undefined || (condition !== undefined && condition !== etag)) {
      response.setHeader('content-length', content.length).end(content);
    } else if (from >= content.length) {
      response.writeHead(416, {'content-range': `bytes */${content.length}`}).end();
    } else {
      response.writeHead(206, {'content-range': `bytes ${from}-${content.length - 1}/${content.length}`}).end(content.subarray(from));
    }
  };
}

/**
Sends the first `bytes` of a file as if the whole were to come, and cuts the connection once they lie in the client's file: what it
still has in hand then is lost.
*/
export function cutAfter(bytes: number, content: Uint8Array, etag: string | undefined, fileOfClient: () => string): RequestListener {
  return (_request, response) => {
    if (etag !== undefined) {
      response.setHeader('etag', etag);
    }

    response.setHeader('content-length', content.length).write(content.subarray(0, bytes));
    void cutOnceThere(response, bytes, fileOfClient());
  };
}

async function cutOnceThere(response: ServerResponse, bytes: number, file: string): Promise<void> {
  const sizeNow = async () => stat(file).then(({size}) => size, () => 0);
  while (!response.destroyed && await sizeNow() < bytes) {
    await wait(10);
  }

  response.destroy();
}
