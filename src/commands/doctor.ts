import process from 'node:process';
import type {Command} from 'commander';

type DoctorOptions = {readonly mend?: true; readonly json?: true};

/** `ablate doctor`: what is there to train with, what is missing, and the one command that mends each. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('what this machine has to train with, and for each thing missing the command that mends it')
    .option('--mend', 'get the engine (TensorFlow) first, where it is missing')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', `
Examples:
  ablate doctor                look, change nothing
  ablate doctor --mend         fetch TensorFlow and compile its addon, then look
  ablate doctor --json | jq .ready

Exit codes: 0 everything needed to train is there, 2 something needed is missing.`)
    .action(async (options: DoctorOptions) => {
      await doctor(options);
    });
}

async function doctor({mend, json}: DoctorOptions): Promise<void> {
  const {findPlaces} = await import('./places.js');
  const places = findPlaces();
  if (mend) {
    const {provisionEngine} = await import('../engine/provision-engine.js');
    await provisionEngine({cache: places.cache, log: process.stderr, upgrade: true});
  }

  const {examine} = await import('./doctor/examine.js');
  const checks = await examine(places);
  const isReady = checks.every(check => check.state !== 'missing');
  if (json) {
    process.stdout.write(`${JSON.stringify({ready: isReady, checks}, undefined, 2)}\n`);
  } else {
    const {formatChecks} = await import('./doctor/format-checks.js');
    process.stdout.write(formatChecks(checks));
  }

  process.exitCode = isReady ? 0 : 2;
}
