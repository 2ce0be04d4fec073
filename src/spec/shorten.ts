/** A text cut after so many characters: what a file holds may be long, and what is said of it must not be. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
