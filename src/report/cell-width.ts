import stringWidth from 'string-width';

// A column each, by all terminals: most of what stands in tables.
const plain = /^[ -~–−→]*$/v;

/** How many columns of a terminal a text takes. */
export function cellWidth(text: string): number {
  return plain.test(text) ? text.length : stringWidth(text);
}
