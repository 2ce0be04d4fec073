import {printableLine} from '../../errors.js';

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;'};

/** A text for HTML or XML, within tags and within quotes. */
export function escapeHtml(text: string): string {
  return printableLine(text).replaceAll(/[&<>"']/gv, character => entities[character]!);
}
