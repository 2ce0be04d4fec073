import {printableLine} from '../errors.js';

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;'};

/** A text for HTML or XML, within tags and within quotes. */
export function escapeHtml(text: string): string {
  // What XML cannot hold, however it is written, goes: halves of characters, and two that are none.
  return printableLine(text).replaceAll(/[\p{Cs}\u{FFFE}\u{FFFF}]/gv, '\u{FFFD}').replaceAll(/[&<>"']/gv, character => entities[character]!);
}
