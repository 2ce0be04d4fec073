import {once} from 'node:events';
import http from 'node:http';
import net from 'node:net';
import type {ExecutionContext} from 'ava';
import type {Inline, Started} from '../run-inline.js';

/** An `ablate serve` that listens. */
export type Served = Started & {
  /** As it was printed, with the token. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
};

/** Starts the real server in a folder; it ends with the test. */
export async function startServer(t: ExecutionContext, inline: Inline, ...args: string[]): Promise<Served> {
  const started = inline.start('serve', ...args.includes('--port') ? [] : ['--port', '0'], ...args);
  t.teardown(() => {
    started.kill('SIGKILL');
  });
  const [address, port, token] = await started.said(/http:\/\/\S+?:(\d+)\/\?token=(\S+)/v) as unknown as [string, string, string];
  return {...started, address, port: Number(port), token};
}

export type Answer = {readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly text: string};

/** Asks with exactly this path and these headers, which `fetch` would tidy up. */
export async function ask({port, token}: Pick<Served, 'port' | 'token'>, path: string, {method = 'GET', headers = {}}: {
  readonly method?: string; readonly headers?: Readonly<Record<string, string>>;
} = {}): Promise<Answer> {
  const request = http.request({
    host: '127.0.0.1', port, path, method, agent: false, headers: {...token !== '' && {authorization: `Bearer ${token}`}, ...headers},
  });
  request.end();
  const [response] = await once(request, 'response') as [http.IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text += String(chunk);
  }

  return {status: response.statusCode!, headers: response.headers, text};
}

/** Sends these very bytes, and gives what comes back until the server closes. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1');
  socket.end(bytes);
  let text = '';
  for await (const chunk of socket.setEncoding('utf8')) {
    text += String(chunk);
  }

  return text;
}
