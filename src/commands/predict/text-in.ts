import type {Texts} from '../../domain/rules.js';

/** A text in a language, else in the same one of another script or country, else in the first that it is given in, which it then says. */
export function textIn(texts: Texts, language: string): string {
  const near = [...texts.keys()].find(key => key.split('-', 1)[0] === language.split('-', 1)[0]);
  const [first] = texts;
  return texts.get(language) ?? texts.get(near ?? '') ?? `${first![1]} (${first![0]})`;
}
