import process from 'node:process';
import {Command, CommanderError} from 'commander';
import {registerBoard} from './commands/board.js';
import {registerCancel} from './commands/cancel.js';
import {registerCache} from './commands/cache.js';
import {registerData} from './commands/data.js';
import {registerDiff} from './commands/diff.js';
import {registerDoctor} from './commands/doctor.js';
import {registerExport} from './commands/export.js';
import {registerLogs} from './commands/logs.js';
import {registerPause, registerResume} from './commands/pause.js';
import {registerPlan} from './commands/plan.js';
import {registerPredict} from './commands/predict.js';
import {registerPlot} from './commands/plot.js';
import {registerQuery} from './commands/query.js';
import {registerRebuild} from './commands/rebuild.js';
import {registerReport} from './commands/report.js';
import {registerRetry} from './commands/retry.js';
import {registerRun} from './commands/run.js';
import {registerShow} from './commands/show.js';
import {registerStatus} from './commands/status.js';
import {registerValidate} from './commands/validate.js';
import {registerWeights} from './commands/weights.js';
import {printable, UserError} from './errors.js';
import {ablateVersion} from './files/ablate-version.js';

const exitCodes = {fine: 0, userError: 2, bug: 70};

const registrations = [
  registerValidate,
  registerPlan,
  registerRun,
  registerStatus,
  registerRetry,
  registerCancel,
  registerPause,
  registerResume,
  registerLogs,
  registerBoard,
  registerDiff,
  registerShow,
  registerPredict,
  registerQuery,
  registerReport,
  registerPlot,
  registerExport,
  registerRebuild,
  registerData,
  registerWeights,
  registerCache,
  registerDoctor,
];

await main(process.argv);

async function main(argv: string[]): Promise<void> {
  // A reader that has seen enough (`ablate board | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCodes.fine : exitCodes.bug);
  });
  try {
    await buildProgram().parseAsync(argv);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function buildProgram(): Command {
  const program = new Command('ablate')
    .description('Ablation tables from YAML: one file a row, trained with TensorFlow, kept in SQLite, read as a leaderboard.')
    .version(ablateVersion())
    .showHelpAfterError('(`ablate --help` lists the commands)')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeErr(text) {
        process.stderr.write(printable(text));
      },
    })
    .addHelpText('after', `
Examples:
  ablate run experiments/quickstart      train what is not trained yet
  ablate board                           the leaderboard
  ablate run my.yaml --set epochs=2      a quick try

Exit codes: 0 fine, 1 a run failed, 2 the input is wrong, 70 a bug in ablate.`);
  for (const register of registrations) {
    register(program);
  }

  return program;
}

// Users get a message; only a bug shows its stack.
function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.userError;
  }

  if (error instanceof UserError) {
    process.stderr.write(printable(`${error.message}\n${error.hint === undefined ? '' : `→ ${error.hint}\n`}`));
    return exitCodes.userError;
  }

  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  process.stderr.write(`This is a bug in ablate ${ablateVersion()}. Please report it with the lines below.\n${stack}\n`);
  return exitCodes.bug;
}
