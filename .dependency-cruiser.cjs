// The directions of ARCHITECTURE.md: cli → commands → stages → domain. Checked by `npm test`.
const stages = ['spec', 'plan', 'queue', 'protocol', 'worker', 'dataset', 'model', 'features', 'training', 'engine', 'store', 'score', 'report', 'serve', 'takeaway'];

// Backbones as data, without a tensor: experiments are checked against them, and networks built of them.
const graphs = String.raw`^src/model/backbones(/|\.ts$)`;

// What a stage may import besides itself, domain/, files/ and errors.ts.
const allowed = {
  queue: ['protocol'],
  worker: ['protocol', 'dataset', 'model', 'features', 'training', 'engine'],
  report: ['score'],
  // The database is made of what lies in a runs folder.
  store: ['protocol'],
  // Backbones as data, and readers of weights.
  takeaway: ['model'],
  // The engine is the floor under everything that computes with tensors.
  features: ['dataset'],
  dataset: ['engine'],
  model: ['engine'],
  training: ['engine'],
};

function allowedTo(stage) {
  const folders = String.raw`^src/(${[stage, 'domain', 'files', ...(allowed[stage] ?? [])].join('|')})/|^src/errors\.ts$`;
  return stage === 'spec' ? `${folders}|${graphs}` : folders;
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {name: 'no-circles', severity: 'error', from: {}, to: {circular: true}},
    // What a browser runs is imported by nobody.
    {name: 'no-orphans', severity: 'error', from: {orphan: true, path: '^src', pathNot: '^src/report/page/assets/'}, to: {}},
    ...stages.map(stage => ({
      name: `directions-of-${stage}`,
      severity: 'error',
      from: {path: `^src/${stage}/`},
      to: {path: '^src/', pathNot: allowedTo(stage)},
    })),
    {name: 'graphs-are-data', severity: 'error', from: {path: graphs}, to: {path: '^src/', pathNot: `^src/domain/|${graphs}`}},
    {name: 'domain-knows-nobody', severity: 'error', from: {path: '^src/domain/'}, to: {path: '^src/', pathNot: '^src/domain/'}},
    {name: 'commands-do-not-know-cli', severity: 'error', from: {path: '^src/commands/'}, to: {path: String.raw`^src/cli\.ts$`}},
    {
      name: 'cli-knows-commands-alone',
      severity: 'error',
      from: {path: String.raw`^src/cli\.ts$`},
      to: {path: '^src/', pathNot: String.raw`^src/(commands|domain|files)/|^src/errors\.ts$`},
    },
    {
      name: 'tensorflow-comes-from-the-engine',
      severity: 'error',
      from: {path: '^src', pathNot: '^src/engine/'},
      to: {path: '@tensorflow/'},
    },
    {
      name: 'commands-start-without-tensorflow',
      severity: 'error',
      from: {path: String.raw`^src/(cli\.ts|commands/|spec/|plan/|queue/|store/|report/|score/|serve/|takeaway/)`},
      to: {path: '@tensorflow/', reachable: true},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    tsConfig: {fileName: 'tsconfig.json'},
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['import', 'node', 'default']},
  },
};
