import process from 'node:process';

/** What went wrong in set-up, in words for the user. */
export class SetUpError extends Error {
  name = 'SetUpError';
}

/** Says something on standard error, so that what a command prints stays clean. */
export function say(text) {
  process.stderr.write(`set-up: ${text}\n`);
}

/** Says how long the step at hand takes: rewritten on a terminal, a line each 20 seconds elsewhere. Returns what ends it with a last line. */
export function sayWhile(text) {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(started + 10_000 > performance.now() ? 1 : 0);
  const isTerminal = process.stderr.isTTY;
  if (!isTerminal) {
    say(`${text} …`);
  }

  const timer = setInterval(() => {
    if (isTerminal) {
      process.stderr.write(`\r\u{1B}[2Kset-up: ${text} … ${Math.round(Number(seconds()))} s`);
    } else {
      say(`${text} … ${Math.round(Number(seconds()))} s`);
    }
  }, isTerminal ? 500 : 20_000);
  return outcome => {
    clearInterval(timer);
    process.stderr.write(`${isTerminal ? '\r\u{1B}[2K' : ''}set-up: ${text}: ${outcome} in ${seconds()} s\n`);
  };
}
