/** What to tell of files that have mistakes, and so no row. */
export function leftOutNotes(files: readonly string[]): string[] {
  return files.length > 0 ? [`Left out because of mistakes, which \`ablate validate\` tells: ${files.join(', ')}`] : [];
}
