import {hostName} from './host-name.js';
import {ownNames} from './own-names.js';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
Tells whether a `Host` header has a name under which a server may be asked: one of this machine itself, whatever the port, which a tunnel may change;
the host that it listens at; or one that is allowed besides. Another name that leads here is one that a stranger's page had lead here.
*/
export function allowedHosts(host: string, besides: readonly string[]): (header: string | undefined) => boolean {
  const fixed = new Set([...loopback, ...besides].map(name => hostName(name) ?? name));
  return header => {
    const [, name] = /^(\[[\d\-.:a-f]+\]|[\w\-.]+)(?::\d{1,5})?$/iv.exec(header ?? '') ?? [];
    // A machine that listens for hours may be given another address.
    return name !== undefined && (fixed.has(name.toLowerCase()) || ownNames(host).includes(name.toLowerCase()));
  };
}
