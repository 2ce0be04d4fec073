/** The short reason inside a caught value: `ENOENT`, or the message's first line. */
export function reason(cause: unknown): string {
  const {code, message} = cause as {code?: string; message?: string};
  return code ?? message?.split('\n', 1)[0] ?? String(cause);
}
