/** A command as a shell takes it: `ablate run 'my experiments'`. */
export function commandLine(args: readonly string[]): string {
  return ['ablate', ...args].map(arg => /^[\w@%+=:,.\/\-]+$/v.test(arg) ? arg : `'${arg.replaceAll('\'', String.raw`'\''`)}'`).join(' ');
}
