import {open, writeFile} from 'node:fs/promises';
import {forgetDownload, noteDownload, readBegunDownload, type BegunDownload} from './begun-download.js';

export type DownloadOptions = {
  readonly onProgress?: (received: number, total: number | undefined) => void;
  /** How long to wait for the connection, and then for each further piece. @default 20_000 */
  readonly idleMs?: number;
  /** Whether to go on from what an earlier call, also of a process that was ended, left in the file. @default false */
  readonly resume?: boolean;
};

/**
Fetches a URL into a file, which is a new one unless it may `resume`. Throws a plain Error that says in words why it could
not; what was written then stays.
*/
export async function downloadFile(url: string, file: string, options: DownloadOptions = {}): Promise<void> {
  const {idleMs = 20_000, resume = false} = options;
  const idle = new AbortController();
  const timer = setTimeout(() => {
    idle.abort();
  }, idleMs);
  try {
    const begun = resume ? await readBegunDownload(file, url) : undefined;
    await fetchInto(url, file, {...options, begun, timer, signal: idle.signal});
  } catch (error) {
    throw new Error(idle.signal.aborted ? `no answer for ${idleMs / 1000} s` : inWords(error), {cause: error});
  } finally {
    clearTimeout(timer);
  }
}

type Fetching = DownloadOptions & {
  readonly begun: BegunDownload | undefined;
  readonly timer: NodeJS.Timeout;
  readonly signal: AbortSignal;
};

async function fetchInto(url: string, file: string, fetching: Fetching): Promise<void> {
  const {begun, signal, resume} = fetching;
  const response = await fetch(url, {signal, headers: askFor(begun)});
  const range = rangeOf(response);
  if (begun && response.status === 416 && range.total === begun.bytes) {
    // All had come, and the process was ended before it could say so.
    await forgetDownload(file);
    return;
  }

  if (begun && (response.status === 416 || (response.status === 206 && range.start !== begun.bytes))) {
    await response.body?.cancel();
    await fetchInto(url, file, {...fetching, begun: undefined});
    return;
  }

  if (!response.ok || !response.body) {
    throw new Error(`the server answered ${response.status} ${response.statusText}`.trimEnd());
  }

  const start = begun && response.status === 206 ? begun.bytes : 0;
  if (resume && start === 0) {
    // Emptied before it is noted whose bytes it holds: one that is ended in between leaves nothing to take for them.
    await writeFile(file, '');
    await noteDownload(file, url, response.headers);
  }

  // Of packed bytes, which fetch unpacks, the length says nothing.
  const isPacked = response.headers.has('content-encoding') && response.headers.get('content-encoding') !== 'identity';
  const length = isPacked ? undefined : Number(response.headers.get('content-length')) || undefined;
  await save(response.body, file, {...fetching, start, total: range.total ?? (length && start + length)});
  await forgetDownload(file);
}

function askFor(begun: BegunDownload | undefined): Record<string, string> {
  return {
    // The bytes as they lie there: a range of packed ones would not fit what came before.
    'accept-encoding': 'identity',
    ...begun && {range: `bytes=${begun.bytes}-`},
    ...begun?.validator !== undefined && {'if-range': begun.validator},
  };
}

function rangeOf({headers}: Response): {readonly start?: number; readonly total?: number} {
  const match = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/v.exec(headers.get('content-range') ?? '');
  return {
    ...match?.[1] !== undefined && {start: Number(match[1])},
    ...match?.[2] !== undefined && match[2] !== '*' && {total: Number(match[2])},
  };
}

type Saving = Fetching & {readonly start: number; readonly total: number | undefined};

async function save(body: AsyncIterable<Uint8Array>, file: string, {start, total, timer, resume, onProgress}: Saving): Promise<void> {
  const handle = await open(file, resume ? 'a' : 'wx');
  let received = start;
  try {
    for await (const chunk of body) {
      await handle.writeFile(chunk);
      received += chunk.length;
      timer.refresh();
      onProgress?.(received, total);
    }
  } finally {
    await handle.close();
  }

  if (total !== undefined && received !== total) {
    throw new Error(`the connection was cut after ${received} of ${total} bytes`);
  }
}

const meanings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host\'s name is not known here (no network?)',
  EAI_AGAIN: 'the host\'s name could not be looked up (no network?)',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the connection was cut',
  ENETUNREACH: 'there is no way to the host (no network?)',
  EHOSTUNREACH: 'there is no way to the host',
  ETIMEDOUT: 'the host did not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the host did not answer',
  UND_ERR_SOCKET: 'the connection was cut',
  ENOSPC: 'the disk is full',
};

/** Fetch hides the reason in a chain of causes; a host of several addresses in a list. */
function inWords(error: unknown): string {
  let current = error as Error & {code?: string; errors?: Error[]};
  const next = () => (current.cause ?? current.errors?.[0]) as typeof current | undefined;
  while (!meanings[current.code ?? ''] && next()) {
    current = next()!;
  }

  const meaning = meanings[current.code ?? ''];
  return meaning ? `${meaning} (${current.code})` : current.message;
}
