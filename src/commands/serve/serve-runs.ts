import process from 'node:process';
import {leftOutNotes} from '../../report/board/left-out-notes.js';
import {allowedHosts} from '../../serve/allowed-hosts.js';
import {hostName} from '../../serve/host-name.js';
import {listen} from '../../serve/listen.js';
import {liveApp} from '../../serve/live-app.js';
import {openToken} from '../../serve/open-token.js';
import {ownNames} from '../../serve/own-names.js';
import {fileRows} from '../board/file-rows.js';
import type {Places} from '../places.js';
import {tellNotes} from '../tell-notes.js';
import {LiveSweep} from './live-sweep.js';

export type ServeOptions = {
  readonly port: number;
  readonly host: string;
  readonly allowHost: readonly string[];
  readonly newToken?: true;
};

/** Serves the page until it is told to stop. Throws a UserError where it cannot begin. */
export async function serveRuns(paths: readonly string[], {port, host, allowHost, newToken}: ServeOptions, places: Places): Promise<void> {
  // Throws for what is not there.
  const {leftOut} = fileRows(paths, [], places);
  const {token, isKept} = await openToken(places.runs, newToken === true);
  const sweep = new LiveSweep(paths, places);
  const server = await listen(host, port, liveApp(sweep, {token, allows: allowedHosts(host, allowHost)}));
  const [first, ...others] = ownNames(host).map(name => `http://${name}:${server.port}/?token=${token()}`);
  const stopped = stopWanted();
  sweep.begin();
  tellNotes([
    ...leftOutNotes(leftOut),
    ...isKept ? [] : [`${places.runs}: cannot be written, so that the token is another one for the next server.`],
    ...isOfThisMachine(hostName(host)!) ? [] : [`Whoever reaches ${hostName(host)}:${server.port} and has the token sees the results; what is sent is not encrypted, the token neither.`],
  ]);
  process.stdout.write([`${first} shows the runs as they are; Ctrl-C ends it\n`, ...others.map(other => `or ${other}\n`)].join(''));
  await stopped;
  sweep.close();
  await server.close();
}

async function stopWanted(): Promise<void> {
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

function isOfThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/v.test(host);
}
