import {existsSync} from 'node:fs';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core';

const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = known.find(file => file !== undefined && existsSync(file));

/** For tests in a real browser, one after another. Without any they are skipped. */
export const inBrowser = executablePath === undefined ? test.serial.skip : test.serial;

/** A page, and what went wrong in it or left it. */
export type Watched = {
  readonly page: Page;
  /** What the console and uncaught errors said. */
  readonly complaints: string[];
  /** Every address that was asked for. */
  readonly asked: string[];
};

if (executablePath === undefined) {
  // eslint-disable-next-line ava/no-skip-test
  test.skip('no browser was found: install chromium, or name one by CHROMIUM', t => {
    t.fail();
  });
}

let browser: Promise<Browser> | undefined;

test.after.always(async () => (await browser)?.close());

/** Opens a page in a fresh profile. */
export async function openPage(t: ExecutionContext, options: BrowserContextOptions = {}): Promise<Watched> {
  browser ??= chromium.launch({executablePath: executablePath!, args: process.getuid?.() === 0 ? ['--no-sandbox'] : []});

  const context = await (await browser).newContext({viewport: {width: 1280, height: 900}, ...options});
  t.teardown(async () => context.close());
  const page = await context.newPage();
  // A machine that is busy with other tests may be slow.
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => asked.push(request.url()));
  return {page, complaints, asked};
}

/** Waits until something holds; fails after two minutes. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 120_000; performance.now() < end;) {
    if (await holds()) {
      return;
    }

    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }

  throw new Error(`never: ${what}`);
}
