import type {ShownPart} from '../../domain/shown-part.js';
import {htmlDocument} from '../page/html-document.js';
import {joinParts} from '../page/join-parts.js';
import {markup, type Html} from '../page/markup.js';

export type LivePage = {
  readonly title: string;
  /** None before the first results were gathered. */
  readonly parts: readonly ShownPart[];
  /** Names what the parts are, so that the page asks for what has changed since. */
  readonly version: string;
  readonly now: Html;
  readonly sign: {readonly text: string; readonly kind: string};
};

/** The report's page with what is going on above it, which follows a running sweep. */
export function livePage({title, parts, version, now, sign}: LivePage): {readonly text: string; readonly policy: string} {
  const between = markup`<p id="sign" role="status" data-kind="${sign.kind}" data-version="${version}">${sign.text}</p>
<noscript><p>Without its script this page shows what was there when it was loaded.</p></noscript>
<section id="now" aria-labelledby="now-title">${now}</section>`;
  return htmlDocument({
    title,
    body: joinParts(parts.length === 0 ? beforeAll(sign.kind) : parts, between),
    assets: [{script: 'page', style: 'page'}, {script: 'lines', style: 'lines'}, {script: 'live', style: 'live'}],
    connect: 'self',
  });
}

function beforeAll(kind: string): readonly ShownPart[] {
  const lead = kind === 'empty' ? undefined : markup`<p class="lead">The results are gathered …</p>`;
  return [
    {id: 'pool', place: 'top', html: '<svg id="pool" class="pool" width="0" height="0" aria-hidden="true"></svg>'},
    {id: 'head', place: 'top', html: markup`<header id="head"><h1>Ablations</h1>${lead}</header>`.text},
  ];
}
