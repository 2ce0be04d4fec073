import {errors} from '../../errors.js';
import {hostName} from '../../serve/host-name.js';

/** Takes the name or address of a host to listen at, an IPv6 address in brackets too; anything else is a UserError. */
export function parseHost(value: string): string {
  if (hostName(value) === undefined) {
    throw errors.badHost('--host', value);
  }

  return value.replace(/^\[(.*)\]$/v, '$1');
}
