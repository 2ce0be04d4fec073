/** The letters beyond ASCII that a drawing shows, each once. */
export function drawnLetters(svg: string): string[] {
  const texts = [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]*)/gv)].map(([, text]) => text!).join('');
  return [...new Set(texts.match(/[^\p{ASCII}]/gv))];
}
