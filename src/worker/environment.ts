import process from 'node:process';
import type {Environment} from '../domain/run-event.js';
import {runCommand} from '../engine/run-command.js';
import {ablateVersion} from '../files/ablate-version.js';
import type {RunOrder} from '../protocol/messages.js';

/** Where this run is trained. */
export async function describeEnvironment({engine, device, threads}: Pick<RunOrder, 'engine' | 'device' | 'threads'>): Promise<Environment> {
  const commit = await findCommit();
  return {
    ablate: ablateVersion(),
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    engine: `tensorflow ${engine.version}`,
    device: device.kind === 'cpu' ? `CPU (${threads} ${threads === 1 ? 'thread' : 'threads'})` : device.name,
    threads,
    own_ops: device.kind === 'cpu' && engine.kernels !== undefined,
    ...commit !== undefined && {git_commit: commit},
  };
}

/** The working folder's commit, with `+` where anything differs from it; undefined outside git or without a commit. */
async function findCommit(): Promise<string | undefined> {
  const commit = await git('rev-parse', '--verify', 'HEAD');
  const changes = await git('status', '--porcelain');
  return commit === undefined || changes === undefined ? undefined : `${commit}${changes === '' ? '' : '+'}`;
}

async function git(...args: string[]): Promise<string | undefined> {
  // Reading the state must not take the index's lock from a git of the user's.
  const {code, stdout} = await runCommand('git', ['--no-optional-locks', ...args], {timeoutMs: 10_000});
  return code === 0 ? stdout.trim() : undefined;
}
