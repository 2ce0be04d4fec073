import {fork} from 'node:child_process';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {KindOrder} from './run-kind.js';
import type {Tried} from './try-kind.js';

const entry = fileURLToPath(new URL('run-kind.js', import.meta.url));

// Any one input is refused, or dealt with, long before.
const silentMs = 90_000;

type Message = {readonly folder: string; readonly tried?: undefined} | {readonly tried: Tried};

/** Tries a kind in a process of its own. That it falls silent or dies is what is wrong with the input that it was at. */
export async function tryInChild(order: KindOrder): Promise<Tried> {
  return new Promise(resolve => {
    // No colours: what orders a terminal in a text must come from the input.
    const child = fork(entry, {stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {...process.env, NO_COLOR: '1', FORCE_COLOR: undefined}});
    let tries = 0;
    let folder: string | undefined;
    let result: Tried | undefined;
    let isSilent = false;
    const silence = setTimeout(() => {
      isSilent = true;
      child.kill('SIGKILL');
    }, silentMs);
    child.on('message', (message: Message) => {
      silence.refresh();
      if (message.tried) {
        result = message.tried;
      } else {
        tries++;
        folder = message.folder;
      }
    });
    child.on('close', (code, signal) => {
      clearTimeout(silence);
      const end = isSilent ? `no end after ${silentMs / 1000} s` : `the process ended by ${signal ?? `exit code ${code}`}`;
      resolve(result ?? {tries, complaint: end, folder});
    });
    child.send(order);
  });
}
