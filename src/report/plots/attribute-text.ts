const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};

/** A text for an attribute of a plot: linkedom writes these as HTML has them, where only quotes must be escaped, and SVG is XML. */
export function attributeText(text: string): string {
  return text.replaceAll(/[&<>]/gv, character => entities[character]!);
}
