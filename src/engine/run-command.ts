import {spawn} from 'node:child_process';

export type CommandOptions = {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly timeoutMs?: number;
};

export type CommandResult = {
  /** Exit code; `null` where a signal ended it or it could not be started. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  /** Standard output and error as they came, together. */
  readonly output: string;
};

/** Runs a program without a shell and gives what it printed; a program that is not there is a result too, code null. */
export async function runCommand(file: string, args: readonly string[], {env, cwd, timeoutMs}: CommandOptions = {}): Promise<CommandResult> {
  return new Promise(resolve => {
    const child = spawn(file, args, {env, cwd, timeout: timeoutMs, stdio: ['ignore', 'pipe', 'pipe']});
    const stdout: string[] = [];
    const output: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout.push(text);
      output.push(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output.push(text);
    });
    child.on('error', error => {
      resolve({code: null, signal: null, stdout: '', output: error.message});
    });
    child.on('close', (code, signal) => {
      resolve({code, signal, stdout: stdout.join(''), output: output.join('')});
    });
  });
}

/** The line of a program's output that says most plainly what went wrong: the last that speaks of an error, else the last. */
export function lastComplaint({output, signal, code}: CommandResult): string {
  const lines = output.split('\n').map(line => line.trim()).filter(Boolean);
  const complaint = lines.findLast(line => /error|fatal|cannot|failed|no such/iv.test(line)) ?? lines.at(-1);
  return complaint?.slice(0, 300) ?? (signal ? `ended by ${signal}` : `exit code ${code}`);
}
