import stringWidth from 'string-width';

const indent = '  ';

/** A note in lines of at most `width` characters, but for words that are longer; all but the first are indented. */
export function wrapNote(note: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  // Two spaces behind a term stay.
  for (const word of note.split(/(?<=\S) (?=\S)/v)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }

  return [...lines, line];
}
