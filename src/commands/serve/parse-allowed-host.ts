import {errors} from '../../errors.js';
import {hostName} from '../../serve/host-name.js';

/** Takes a name that is allowed besides others; of an address it takes the name alone, since no port is looked at. Anything else is a UserError. */
export function parseAllowedHost(value: string, earlier: readonly string[]): string[] {
  const [, inAddress] = /^(?:https?:\/\/)?(\[[^\]]*\]|[^:]*?)(?::\d{1,5})?\/?$/iv.exec(value) ?? [];
  const name = hostName(value) ?? hostName(inAddress ?? '');
  if (name === undefined) {
    throw errors.badHost('--allow-host', value);
  }

  return [...earlier, name];
}
