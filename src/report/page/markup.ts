import {escapeHtml} from '../escape-html.js';

/** Markup: what is put into it is escaped, but for markup itself and lists of it. */
export type Html = {readonly text: string};

type Value = string | number | Html | readonly Html[] | undefined;

/** A template of HTML: markup`<b>${name}</b>`. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {text: parts.map((part, index) => index === 0 ? part : textOf(values[index - 1]) + part).join('')};
}

/** What is markup already, as a drawing is. */
export function raw(text: string): Html {
  return {text};
}

function textOf(value: Value): string {
  if (value === undefined) {
    return '';
  }

  if (typeof value === 'object') {
    return 'text' in value ? value.text : value.map(({text}) => text).join('');
  }

  return escapeHtml(String(value));
}
