import {readFileSync} from 'node:fs';

/** This package's own version. */
export function ablateVersion(): string {
  // From build/src/files/.
  const {version} = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {version: string};
  return version;
}
