import {open} from 'node:fs/promises';

export type DownloadOptions = {
  readonly onProgress?: (received: number, total: number | undefined) => void;
  /** How long to wait for the connection, and then for each further piece. @default 20_000 */
  readonly idleMs?: number;
};

/** Fetches a URL into a new file. Throws a plain Error that says in words why it could not; what was written then stays. */
export async function downloadFile(url: string, file: string, {onProgress, idleMs = 20_000}: DownloadOptions = {}): Promise<void> {
  const idle = new AbortController();
  const timer = setTimeout(() => {
    idle.abort();
  }, idleMs);
  try {
    const response = await fetch(url, {signal: idle.signal});
    if (!response.ok || !response.body) {
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trimEnd());
    }

    const total = Number(response.headers.get('content-length')) || undefined;
    await save(response.body, file, received => {
      timer.refresh();
      onProgress?.(received, total);
    });
  } catch (error) {
    throw new Error(idle.signal.aborted ? `no answer for ${idleMs / 1000} s` : inWords(error), {cause: error});
  } finally {
    clearTimeout(timer);
  }
}

async function save(body: AsyncIterable<Uint8Array>, file: string, onReceived: (received: number) => void): Promise<void> {
  const handle = await open(file, 'wx');
  let received = 0;
  try {
    for await (const chunk of body) {
      await handle.writeFile(chunk);
      received += chunk.length;
      onReceived(received);
    }
  } finally {
    await handle.close();
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
