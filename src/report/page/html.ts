import {escapeHtml} from './escape-html.js';

/** Markup: what is put into it is escaped, but for markup itself and lists of it. */
export type Html = {readonly markup: string};

type Value = string | number | Html | readonly Html[] | undefined;

/** A template of HTML: html`<b>${name}</b>`. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {markup: parts.map((part, index) => index === 0 ? part : textOf(values[index - 1]) + part).join('')};
}

/** What is markup already, as a drawing is. */
export function raw(markup: string): Html {
  return {markup};
}

function textOf(value: Value): string {
  if (value === undefined) {
    return '';
  }

  if (typeof value === 'object') {
    return 'markup' in value ? value.markup : value.map(({markup}) => markup).join('');
  }

  return escapeHtml(String(value));
}
