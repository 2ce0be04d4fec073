import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {plotColours} from '../plots/plot-colours.js';
import {markup, raw, type Html} from './markup.js';

export type DocumentParts = {
  readonly title: string;
  readonly body: Html;
  /** Of `assets/`, without their endings. */
  readonly assets: ReadonlyArray<{readonly script: string; readonly style: string}>;
  /**
  Whom the page may ask for more.
  @default nobody
  */
  readonly connect?: 'self';
};

/** A whole HTML file with its styles and scripts, and the policy that a browser holds it to. */
export function htmlDocument({title, body, assets, connect}: DocumentParts): {readonly text: string; readonly policy: string} {
  const scripts = assets.map(({script}) => asset(`${script}.js`));
  const styles = [colours(), ...assets.map(({style}) => asset(`${style}.css`))];
  const hashes = scripts.map(script => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  const policy = [
    'default-src \'none\'',
    'img-src data:',
    'style-src \'unsafe-inline\'',
    `script-src ${hashes.join(' ')}`,
    ...connect === undefined ? [] : [`connect-src '${connect}'`],
  ].join('; ');
  return {policy, text: `${markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(styles.join('\n'))}</style>
</head>
<body>
${body}
${scripts.map(script => markup`<script type="module">${raw(script)}</script>
`)}</body>
</html>`.text}\n`};
}

// From build/src/report/page/: neither is compiled.
function asset(name: string): string {
  return readFileSync(new URL(`../../../../src/report/page/assets/${name}`, import.meta.url), 'utf8').trim();
}

function colours(): string {
  const list = (index: 0 | 1) => Object.entries(plotColours).map(([name, pair]) => `--${name}:${pair[index]}`).join(';');
  return `:root{${list(0)}}\n@media screen and (prefers-color-scheme:dark){:root{${list(1)}}}`;
}
