import type {ShownPart} from '../../domain/shown-part.js';
import {markup, raw, type Html} from './markup.js';

const rowList = '<div id="all-rows" data-kept>';

/** The parts of a page put together; `between` stands between its head and all else. */
export function joinParts(parts: readonly ShownPart[], between?: Html): Html {
  const at = (place: ShownPart['place']) => parts.filter(part => part.place === place).map(({html}) => html);
  const rows = at('rows').join('\n');
  const sections = at('main').map(html => html.replace(rowList, () => `${rowList}\n${rows}\n`));
  return markup`<a class="skip" href="#leaderboard">Skip to the leaderboard</a>
${raw(at('top').join('\n'))}
${between}
<main>
${raw(sections.join('\n'))}
</main>`;
}
