import net from 'node:net';
import os from 'node:os';
import {hostName} from './host-name.js';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
The names under which a server may be asked: those of this machine itself, whatever their port, which a tunnel may change; the host that it
listens at; and those that are allowed besides. Another name that leads here is one that a stranger's page had lead here.
*/
export function allowedHosts(host: string, besides: readonly string[]): ReadonlySet<string> {
  const own = net.isIP(host) > 0 && /^[0:.]+$/v.test(host)
    ? [os.hostname(), ...Object.values(os.networkInterfaces()).flatMap(each => each ?? []).map(({address}) => address)]
    : [host];
  return new Set([...loopback, ...own, ...besides].map(name => hostName(name) ?? name));
}

/** Whether a `Host` header names one of them. */
export function isAllowedHost(header: string | undefined, allowed: ReadonlySet<string>): boolean {
  const [, name] = /^(\[[\d\-.:a-f]+\]|[\w\-.]+)(?::\d{1,5})?$/iv.exec(header ?? '') ?? [];
  return name !== undefined && allowed.has(name.toLowerCase());
}
