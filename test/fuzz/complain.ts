import {UserError} from '../../src/errors.js';

// Neither a terminal's orders nor what JavaScript makes of a value that is not there.
const orders = /[[\p{Cc}\u{2028}\u{2029}\u{202A}-\u{202E}\u{2066}-\u{2069}]--[\n\t]]/v;
const leaks = /\bundefined\b|\[object |\bis not a function\b|\bCannot read propert|\bis not iterable\b|\n {4}at /v;
// A hundred mistakes are told, each with its line.
const longest = 60_000;

/** What is wrong with a text that a user would be shown: nothing where it is fit to be read. */
export function complainOfText(text: string, inputs: readonly string[]): string | undefined {
  if (orders.test(text)) {
    return `a terminal would obey this text: ${JSON.stringify(text.slice(0, 300))}`;
  }

  if (text.length > longest) {
    return `a text of ${text.length} characters`;
  }

  const [leak] = leaks.exec(text) ?? [];
  return leak !== undefined && !inputs.some(input => input.includes(leak.trim()))
    ? `"${leak.trim()}" in what the user is told: ${text.slice(0, 300)}`
    : undefined;
}

/** What is wrong with an error that came of an input: nothing where it is one for the user, in words that are fit to be read. */
export function complainOfError(error: unknown, inputs: readonly string[], show: (text: string) => string): string | undefined {
  if (!(error instanceof UserError)) {
    return `a bug for the user: ${error instanceof Error ? error.stack : String(error)}`;
  }

  return error.message === '' ? 'an error without words' : complainOfText(show(`${error.message}\n${error.hint ?? ''}`), inputs);
}
