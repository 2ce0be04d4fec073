import test from 'ava';
import type {BoardRow} from '../../../src/domain/board-row.js';
import type {RunRow} from '../../../src/domain/run-row.js';
import {UserError} from '../../../src/errors.js';
import {boardCsv} from '../../../src/report/board/board-csv.js';
import {boardLatex} from '../../../src/report/board/board-latex.js';
import {boardMarkdown} from '../../../src/report/board/board-markdown.js';
import {boardTable as writeTable} from '../../../src/report/board/board-table.js';
import {boardView, type BoardWishes} from '../../../src/report/board/board-view.js';
import {boardKeys, selectRows, sortRows} from '../../../src/report/board/select-rows.js';
import {boardRow as row} from './fixtures/board-row.js';

const runRow: RunRow = {
  run_id: '', name: 'model3', file: 'model3.yaml', seed: 0, status: 'done', epochs_done: 3, epochs: 3, val_accuracy: 0.5, seconds: 10,
  attempts: 1, queued_at: '', started_at: null, ended_at: null, problem_code: null, problem: null, hint: null, resumed_epoch: null, micro_batch: null, notes: null, timeout: null,
};
const rows: readonly BoardRow[] = [
  row,
  {...row, name: 'model2', parent: 'model1', changes: [{key: 'optimizer.name', from: 'adam', to: 'sgd'}], changed: 1, last: 0.7, best: 0.71, published: null, seeds: 2, seeds_planned: 3, status: 'partial'},
  {...row, name: 'model3', last: null, best: null, seeds: 0, published: null, seconds: null, engine: null, status: 'failed', synthetic: true, dataset: 'drawn-litter', validation_pictures: 36, split_id: 'other'},
];

const boardTable = (of: readonly BoardRow[], width: number, failed: readonly RunRow[] = [], wishes: Partial<BoardWishes> = {}) =>
  writeTable(boardView(of, {group: 'none', ...wishes}), width, failed);

test('the table shows scores, what is published, and why a row has none', t => {
  const [head, first, second, third] = boardTable(rows, 200).split('\n');
  t.regex(head!, /^row +changed against parent +seeds +last +best\* +published +time +note$/v);
  t.regex(first!, /^model1 +\(root\) +1 +0\.750 +0\.800 +0\.78 /v);
  t.regex(second!, /^model2 +optimizer\.name adam → sgd +2\/3 .* partial$/v);
  t.regex(boardTable(rows, 200), /drawn pictures: ablate drew them itself/v);
  t.notRegex(boardTable([row], 200), /drawn pictures/v);
  t.regex(third!, /^model3 .* – +– +failed; drawn pictures$/v);
});

test('why runs failed stands below the table, and where the rest is', t => {
  const failed = Array.from({length: 7}, (_, seed) => ({...runRow, run_id: `model3-${seed}`, seed, status: 'failed', problem: 'the loss became NaN', hint: 'Lower the rate.'} as const));
  const lines = boardTable(rows, 200, failed).split('\n');
  t.is(lines.filter(line => /^✖ model3-\d: the loss became NaN$/v.test(line)).length, 5);
  t.true(lines.includes('  → Lower the rate.'));
  t.is(lines.at(-1), '… and 2 more: `ablate status` lists them.');
  t.notRegex(boardTable(rows, 200), /✖/v);
});

test('a narrow terminal keeps row and score', t => {
  const lines = boardTable(rows, 60).split('\n').slice(0, 4);
  t.true(lines.every(line => line.length <= 60));
  t.regex(lines[0]!, /row.*last/v);
  t.notRegex(lines[0]!, /engine/v);
});

test('rows on different pictures are said not to be comparable', t => {
  t.regex(boardTable(rows, 200), /251 of trashnet, or 36 of drawn-litter[\s\S]*not comparable/v);
  t.notRegex(boardTable(rows.slice(0, 2), 200), /not comparable/v);
});

test('where no row was run, nothing is said of what scores rest on', t => {
  const unrun = {...row, last: null, best: null, seeds: 0, validation_pictures: null, engine: null, device: null, seconds: null, status: 'not run'} as const;
  t.notRegex(boardTable([unrun], 200), /last: /v);
  t.regex(boardTable([unrun, row], 200), /last: .* pictures: 251 of trashnet\./v);
});

test('CSV quotes what holds a comma or a quote', t => {
  const [head, , second] = boardCsv(rows, boardKeys).split('\r\n');
  t.true(head!.startsWith('name,file,parent,changes,'));
  t.true(second!.includes(',optimizer.name adam → sgd,'));
});

test('Markdown has a rule that aligns the numbers and escapes what Markdown would take', t => {
  const lines = boardMarkdown(boardView([{...row, name: 'a|b*c'}], {group: 'comparable'})).split('\n');
  t.is(lines[0], String.raw`| row | changed against parent | last | best\* | published | time |`);
  t.is(lines[1], '| --- | --- | ---: | ---: | ---: | ---: |');
  t.true(lines[2]!.startsWith(String.raw`| a\|b\*c |`));
  t.true(lines.includes(String.raw`- best\*: of all epochs, chosen on the pictures that it is scored on: optimistic.`));
});

test('conditions select rows, and all of them must hold', t => {
  const names = (...conditions: string[]) => selectRows(rows, conditions).map(({name}) => name);
  t.deepEqual(names('last>=0.7'), ['model1', 'model2']);
  t.deepEqual(names('last >= 0.7', 'seeds=1'), ['model1']);
  t.deepEqual(names('changes~sgd'), ['model2']);
  t.deepEqual(names('status!=done'), ['model2', 'model3']);
  t.deepEqual(names('last<1'), ['model1', 'model2'], 'a row without a score is below nothing');
});

test('flags are compared with 0, 1, true and false, and null stands for no value', t => {
  const names = (...conditions: string[]) => selectRows(rows, conditions).map(({name}) => name);
  for (const condition of ['synthetic=1', 'synthetic=true', 'synthetic != 0', 'synthetic!=false']) {
    t.deepEqual(names(condition), ['model3'], `for ${condition}`);
  }

  t.deepEqual(names('synthetic=0'), ['model1', 'model2']);
  t.deepEqual(names('last=null'), ['model3']);
  t.deepEqual(names('parent!=null'), ['model2']);
  t.deepEqual(names('published!=0.78'), ['model2', 'model3']);
  t.deepEqual(names('name>=model2'), ['model2', 'model3']);
});

test('a value that the column cannot have is a user error that names the column', t => {
  for (const [condition, message] of [
    ['last>abc', /^--where last>abc: expected a number to compare the column last with$/v],
    ['epochs=ten', /a number .* column epochs/v],
    ['synthetic=maybe', /0, 1, true or false .* column synthetic/v],
    ['last> ', /expected a column, a comparison .* and a value/v],
  ] as const) {
    const error = t.throws(() => selectRows(rows, [condition]), {instanceOf: UserError, message});
    t.is(error?.code, 'bad-condition');
  }
});

test('rows without a value come last, whichever way they are sorted', t => {
  t.deepEqual(sortRows(rows, 'last').map(({name}) => name), ['model2', 'model1', 'model3']);
  t.deepEqual(sortRows(rows, '-last').map(({name}) => name), ['model1', 'model2', 'model3']);
});

test('an unknown column and a condition without a comparison are user errors', t => {
  const unknown = t.throws(() => sortRows(rows, 'score'), {instanceOf: UserError});
  t.is(unknown?.code, 'unknown-column');
  const bad = t.throws(() => selectRows(rows, ['last']), {instanceOf: UserError});
  t.is(bad?.code, 'bad-condition');
});

test('no name orders a terminal about, ends a comment of LaTeX or breaks a table of Markdown', t => {
  const odd = {...row, name: 'a\u001B]0;b\u0007', dataset: 'my\u001B[31m photos\nand more', split_id: 'other', changes: [{key: 'optimizer.name', from: 'a|b', to: '<c>'}], parent: 'x'};
  const view = boardView([row, odd], {group: 'comparable', dataNotes: ['of \u001B[2J here']});
  const isOrder = (character: string) => character !== '\n' && (character < ' ' || character === '\u007F');
  t.false([...writeTable(view, 200)].some(character => isOrder(character)));
  const latex = boardLatex(view, undefined);
  t.deepEqual(latex.split('\n').slice(0, latex.split('\n').findIndex(line => line.startsWith(String.raw`\begin`))).filter(line => !line.startsWith('%')), []);
  t.true(latex.includes(String.raw`a\textbar{}b $\rightarrow$ \textless{}c\textgreater{}`));
  t.true(boardMarkdown(view).includes(String.raw`a\|b → &lt;c>`));
});

test('LaTeX has the rows that have a result, and says how many have none', t => {
  const latex = boardLatex(boardView(rows, {group: 'none'}), undefined);
  t.notRegex(latex, /model3/v);
  t.regex(latex, /^% left out: 1 row without a result$/mv);
  t.notRegex(latex, /& time/v);
  t.regex(boardLatex(boardView(rows, {group: 'none', columns: '+seconds'}), '+seconds'), /& time/v);
});
