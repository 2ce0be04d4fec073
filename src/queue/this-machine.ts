import fs from 'node:fs';
import os from 'node:os';
import process from 'node:process';

let known: string | undefined;

/**
A name of this machine for others that share a runs folder: where two names are equal, the same numbers mean the same processes.
Containers on one machine have processes of their own, and so names of their own.
*/
export function thisMachine(): string {
  known ??= process.platform === 'linux' ? [os.hostname(), machineId(), processNamespace()].join('/') : os.hostname();
  return known;
}

function machineId(): string {
  try {
    return fs.readFileSync('/etc/machine-id', 'utf8').trim();
  } catch {
    return '';
  }
}

function processNamespace(): string {
  try {
    return fs.readlinkSync('/proc/self/ns/pid').replaceAll(/\D/gv, '');
  } catch {
    return '';
  }
}
