import fs from 'node:fs';

/**
How many processes of this control group the kernel has killed for want of memory, or of this machine where it keeps no
group's count; undefined where it keeps none (macOS). A rise while a worker ran explains its SIGKILL.
*/
export function countOomKills(): number | undefined {
  for (const file of counterFiles()) {
    const count = /^oom_kill (?<count>\d+)$/mv.exec(readText(file))?.groups?.count;
    if (count !== undefined) {
      return Number(count);
    }
  }

  return undefined;
}

/** The nearest count first: that of our own group (cgroup v2, then v1), of the container's root, of the machine. */
function * counterFiles(): Generator<string> {
  for (const line of readText('/proc/self/cgroup').split('\n')) {
    const [, controllers, group] = /^\d+:(?<controllers>[^:]*):(?<group>.*)$/v.exec(line) ?? [];
    if (controllers === '') {
      yield `/sys/fs/cgroup${group}/memory.events`;
    } else if (controllers?.split(',').includes('memory')) {
      yield `/sys/fs/cgroup/memory${group}/memory.oom_control`;
    }
  }

  yield '/sys/fs/cgroup/memory.events';
  yield '/sys/fs/cgroup/memory/memory.oom_control';
  yield '/proc/vmstat';
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
