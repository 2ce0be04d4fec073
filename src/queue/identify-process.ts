import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import process from 'node:process';

/** A process that cannot be mistaken for a later one with the same number. */
export type ProcessIdentity = {readonly pid: number; readonly started: string};

/** Who a live process is, or undefined where none has this number. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const started = process.platform === 'linux' ? startOnLinux(pid) : startElsewhere(pid);
  return started === undefined ? undefined : {pid, started};
}

export function isRunning({pid, started}: ProcessIdentity): boolean {
  return identifyProcess(pid)?.started === started;
}

/** The boot and the clock tick of the start: numbers of processes come again after a reboot, and ticks too. */
function startOnLinux(pid: number): string | undefined {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command, in parentheses, may itself hold spaces and parentheses: count from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const ticks = fields[19];
    return state === 'Z' || state === 'X' ? undefined : `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    return undefined;
  }
}

function startElsewhere(pid: number): string | undefined {
  try {
    const [state, ...started] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {encoding: 'utf8'}).trim().split(/\s+/v);
    return state?.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined;
  }
}
