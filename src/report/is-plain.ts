// Combining, joining and turning characters are between the ranges.
const plain = /^[ -~¡-¬®-ʯ‐-‧‰-⁞−→]*$/v;

/** Whether each character of a text takes one column, in all terminals: most of what stands in tables and notes does. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}
