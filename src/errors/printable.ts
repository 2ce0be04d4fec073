// Control characters, and those that turn the order of a line: a terminal obeys them.
const obeyed = /[\p{Cc}\u{2028}\u{2029}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gv;

/**
A text with a picture of each character that a terminal would obey instead of showing: files, and names of files, hold whatever
somebody put there. One character for one, so that what is underlined stays so; tabs and ends of lines stay.
*/
export function printable(text: string): string {
  return text.replaceAll(obeyed, character => character === '\n' || character === '\t' ? character : pictureOf(character));
}

/** The same for what must stay on one line, as a name must. */
export function printableLine(text: string): string {
  return text.replaceAll(obeyed, character => pictureOf(character));
}

// Unicode has pictures of the first 32 and of 127.
function pictureOf(character: string): string {
  const code = character.codePointAt(0)!;
  return code < 32 ? String.fromCodePoint(0x24_00 + code) : (code === 127 ? '\u{2421}' : '\u{FFFD}');
}
