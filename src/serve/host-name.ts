import net from 'node:net';
import {domainToASCII} from 'node:url';

/** A host as browsers write it in an address, of a name or an IP address however it is given; undefined for what is neither. */
export function hostName(given: string): string | undefined {
  const [address] = given.split('%', 1);
  const host = net.isIPv6(address!) ? `[${address}]` : given;
  const isName = /^(?:\[[\d.:a-f]+\]|[^\s%*\/:?@\[\\\]#]+)$/iv.test(host);
  return isName ? domainToASCII(host) || undefined : undefined;
}
