import process from 'node:process';
import {Command, CommanderError} from 'commander';
import {printable, UserError} from './errors.js';
import {ablateVersion} from './files/ablate-version.js';

const exitCodes = {fine: 0, userError: 2, bug: 70};

// In the order of the help. The one that is called is loaded without the others, which take as long as many a command.
const registrations: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  validate: async () => import('./commands/validate.js').then(({registerValidate}) => registerValidate),
  plan: async () => import('./commands/plan.js').then(({registerPlan}) => registerPlan),
  run: async () => import('./commands/run.js').then(({registerRun}) => registerRun),
  status: async () => import('./commands/status.js').then(({registerStatus}) => registerStatus),
  retry: async () => import('./commands/retry.js').then(({registerRetry}) => registerRetry),
  cancel: async () => import('./commands/cancel.js').then(({registerCancel}) => registerCancel),
  pause: async () => import('./commands/pause.js').then(({registerPause}) => registerPause),
  resume: async () => import('./commands/pause.js').then(({registerResume}) => registerResume),
  logs: async () => import('./commands/logs.js').then(({registerLogs}) => registerLogs),
  board: async () => import('./commands/board.js').then(({registerBoard}) => registerBoard),
  diff: async () => import('./commands/diff.js').then(({registerDiff}) => registerDiff),
  show: async () => import('./commands/show.js').then(({registerShow}) => registerShow),
  predict: async () => import('./commands/predict.js').then(({registerPredict}) => registerPredict),
  query: async () => import('./commands/query.js').then(({registerQuery}) => registerQuery),
  report: async () => import('./commands/report.js').then(({registerReport}) => registerReport),
  serve: async () => import('./commands/serve.js').then(({registerServe}) => registerServe),
  plot: async () => import('./commands/plot.js').then(({registerPlot}) => registerPlot),
  export: async () => import('./commands/export.js').then(({registerExport}) => registerExport),
  rebuild: async () => import('./commands/rebuild.js').then(({registerRebuild}) => registerRebuild),
  data: async () => import('./commands/data.js').then(({registerData}) => registerData),
  weights: async () => import('./commands/weights.js').then(({registerWeights}) => registerWeights),
  cache: async () => import('./commands/cache.js').then(({registerCache}) => registerCache),
  doctor: async () => import('./commands/doctor.js').then(({registerDoctor}) => registerDoctor),
};

let isOver = false;
process.once('beforeExit', () => {
  if (!isOver) {
    process.exitCode = explain(new Error('Nothing is left that it could wait for.'));
  }
});
// Not awaited: it is bundled as CommonJS, which knows no await up here.
void main(process.argv);

async function main(argv: string[]): Promise<void> {
  // A reader that has seen enough (`ablate board | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? exitCodes.fine : exitCodes.bug);
  });
  try {
    const program = await buildProgram(argv[2]);
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = explain(error);
  }

  isOver = true;
}

async function buildProgram(name = ''): Promise<Command> {
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
  const called = Object.hasOwn(registrations, name) ? [registrations[name]!] : Object.values(registrations);
  for (const register of await Promise.all(called.map(async load => load()))) {
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
