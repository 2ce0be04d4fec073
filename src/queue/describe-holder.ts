import type {Lease} from './lease.js';

/** Who has a lease, in words. */
export function describeHolder({machine, host}: Lease): string {
  return `another ablate (process ${host.pid} on ${machine.split('/', 1)[0]})`;
}
