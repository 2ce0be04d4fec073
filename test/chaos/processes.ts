import fs from 'node:fs';
import process from 'node:process';

/** The workers that a host has started and that are there still. */
export function workersOf(host: number): readonly number[] {
  return readdir('/proc').filter(pid => parentOf(pid) === host && read(`/proc/${pid}/cmdline`).includes('worker-entry.cjs'));
}

/** All processes of sweeps in a folder, whoever started them. */
export function processesIn(folder: string): readonly number[] {
  return readdir('/proc').filter(pid => `${rootOf(pid)}/`.startsWith(`${folder}/`) && !isZombie(pid));
}

/** Ends all processes of sweeps in a folder. */
export function killAllIn(folder: string): void {
  for (const pid of processesIn(folder)) {
    signal(pid, 'SIGKILL');
  }
}

/** Sends a signal, unless the process has ended in this instant. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It was quicker.
  }
}

function readdir(folder: string): number[] {
  return fs.readdirSync(folder).filter(name => /^\d+$/v.test(name)).map(Number);
}

/** The place that a process was started for. */
function rootOf(pid: number): string | undefined {
  const name = 'CHAOS_ROOT=';
  return read(`/proc/${pid}/environ`).split('\0').find(each => each.startsWith(name))?.slice(name.length);
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[1]);
}

function isZombie(pid: number): boolean {
  return statOf(pid)[0] === 'Z';
}

/** The fields of `/proc/<pid>/stat` behind the command, which may hold spaces and parentheses itself. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
