/** @type {import('xo').FlatXoConfig} */
const config = [
  {
    ignores: ['build', 'runs', 'src/domain/generated', 'schemas', 'test/**/samples', 'test/**/recorded.json', 'docs'],
  },
  {
    space: true,
    rules: {
      // The house's limits: a file is one idea, a function one thought.
      'max-lines': ['error', {max: 300, skipBlankLines: false, skipComments: false}],
      'max-lines-per-function': ['error', {max: 60, skipBlankLines: true, skipComments: true}],
      // A message is looked for by its words, and so stays on its line.
      '@stylistic/max-len': ['error', {code: 150, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true}],
      // Keys of experiments, of events and of SQL are snake_case by their format (Keras' names).
      camelcase: 'off',
      '@typescript-eslint/naming-convention': 'off',
      // Steps, epochs and checkpoints happen one after another on purpose.
      'no-await-in-loop': 'off',
      // The compiler keeps these, and TensorFlow's own typings break the rules that need types.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      // `null` stands in JSON, YAML and SQL.
      '@typescript-eslint/no-restricted-types': 'off',
      // `tf`, `args`, `env`, `dir`: the field's words.
      'unicorn/prevent-abbreviations': 'off',
      'unicorn/name-replacements': 'off',
      // A command-line program ends its process; that it does so only in cli.ts and worker/entry.ts is checked by directions.
      'unicorn/no-process-exit': 'off',
      // Messages open with the file's name, whatever its case.
      'capitalized-comments': 'off',
      // import-x/no-extraneous-dependencies says the same, in a tenth of the time.
      'n/no-extraneous-import': 'off',
      // Merging trees and overrides is a fold, and reads as one.
      'unicorn/no-array-reduce': 'off',
      // Bit sets and hashes are bits.
      'no-bitwise': 'off',
      // A short object stays on its line.
      '@stylistic/object-curly-newline': 'off',
      // Rows of SQL, JSON and child messages are given their type once, where they come in.
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
      // Entry first, helpers below, also where the entry is asynchronous.
      'unicorn/prefer-top-level-await': 'off',
    },
  },
  {
    // A layer's and a backbone's file bears its key in the schema.
    files: ['src/model/layers/**', 'test/model/layers/**', 'src/model/backbones/**'],
    rules: {'unicorn/filename-case': ['error', {cases: {snakeCase: true, kebabCase: true}}]},
  },
  {
    // Plot's typings name types of the DOM, which a program for Node does not load.
    files: ['src/report/plots/**'],
    rules: {
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // A script in a browser, also one that is some years old.
    files: ['src/report/page/assets/**'],
    languageOptions: {
      globals: Object.fromEntries(['document', 'location', 'addEventListener', 'innerWidth', 'innerHeight', 'Element', 'Node', 'EventSource'].map(name => [name, 'readonly'])),
    },
    rules: {
      'require-unicode-regexp': 'off',
      'unicorn/no-array-sort': 'off',
      'unicorn/prefer-query-selector': 'off',
      // Before nothing is at the end.
      'unicorn/prefer-modern-dom-apis': 'off',
    },
  },
  {
    files: ['test/**'],
    rules: {
      // `(await inline.ablate('run', '.')).code` is what a test asks, in one line.
      'unicorn/no-await-expression-member': 'off',
      '@typescript-eslint/require-array-sort-compare': 'off',
      // They look for ava's files among the sources, and ava runs what was compiled from them.
      'ava/no-ignored-test-files': 'off',
      'ava/no-import-test-files': 'off',
      // A test file is a list of cases.
      'max-lines-per-function': 'off',
    },
  },
];

export default config;
