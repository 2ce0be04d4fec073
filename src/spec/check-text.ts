import type {SpecProblem} from './problem.js';
import type {Source} from './source.js';

// What YAML does not count as text. Tabs and ends of lines it does.
const control = /[[\p{Cc}\u{FFFE}\u{FFFF}]--[\t\n\r\u{85}]]/v;

/** That a file holds a character that is no text, such as a terminal would obey, if it does. */
export function checkText(source: Source): SpecProblem[] {
  const start = source.text.search(control);
  if (start === -1) {
    return [];
  }

  const code = source.text.codePointAt(start)!.toString(16).toUpperCase().padStart(4, '0');
  const message = `the character U+${code} stands here, which is no text. Take it away, and check that the file is saved as UTF-8.`;
  return [{key: '', message, place: {source, start, end: start + 1}}];
}
