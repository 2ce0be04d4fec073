import net from 'node:net';
import os from 'node:os';
import {hostName} from './host-name.js';

/** The names, as in an address, under which others reach what listens at a host: the host, or all that this machine has now. */
export function ownNames(host: string): string[] {
  const name = hostName(host) ?? host;
  if (name !== '0.0.0.0' && name !== '[::]') {
    return [name];
  }

  const addresses = Object.values(os.networkInterfaces()).flatMap(each => each ?? []).filter(({internal}) => !internal).map(({address}) => address);
  // An address of the link alone stands in no browser's bar.
  const reached = addresses.filter(address => name === '[::]' ? !address.startsWith('fe80:') : net.isIPv4(address));
  return [os.hostname(), ...reached].map(each => hostName(each) ?? each);
}
