import fs from 'node:fs';

/** This package's own version. */
export function version(): string {
  const manifest = JSON.parse(fs.readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {version: string};
  return manifest.version;
}
