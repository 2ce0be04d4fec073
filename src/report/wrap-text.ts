import stringWidth from 'string-width';

/**
A text in lines of at most `width` characters, broken between words; the first begins with `indent`, the others with `hanging`. A longer word
stays whole.
*/
export function wrapText(text: string, width: number, indent = '', hanging = indent): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && stringWidth(line) + 1 + stringWidth(word) > width) {
      lines.push(line);
      line = hanging + word;
    } else {
      line = line === '' ? indent + word : `${line} ${word}`;
    }
  }

  return [...lines, line];
}
