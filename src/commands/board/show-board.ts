import type {BoardRow} from '../../domain/board-row.js';
import type {RunRow} from '../../domain/run-row.js';
import {boardView, type BoardView} from '../../report/board/board-view.js';
import {chooseKeys} from '../../report/board/choose-columns.js';
import type {Grouping} from '../../report/board/group-rows.js';
import {leftOutNotes} from '../../report/board/left-out-notes.js';
import {knownKey, selectRows, sortRows} from '../../report/board/select-rows.js';
import type {Store} from '../../store/open-store.js';
import {findStore, openResults} from '../find-store.js';
import type {Places} from '../places.js';
import {tableWidth} from '../table-width.js';
import {withScores} from '../with-scores.js';
import {failedRuns} from './failed-runs.js';
import {findRows, type FoundRows} from './find-rows.js';
import {leakNotes} from './leak-notes.js';

export type BoardForm = 'table' | 'json' | 'csv' | 'md' | 'latex';

export type BoardOptions = {
  readonly columns?: string;
  readonly sort: string;
  readonly where: readonly string[];
  readonly group: string;
  readonly against?: string;
  readonly published?: true;
  readonly form: BoardForm;
};

export type ShownBoard = {readonly text: string; readonly notes: readonly string[]};

type Results = {
  readonly store: Store | undefined;
  readonly places: Places;
  readonly found: FoundRows;
  /** How many rows there are to choose from. */
  readonly all: number;
};

/** The leaderboard in the form that is asked for, and what to tell beside it. Throws a UserError for a wish that cannot be met. */
export async function showBoard(paths: readonly string[], options: BoardOptions, places: Places): Promise<ShownBoard> {
  // Rows of files can be shown before any of them was run.
  const opened = paths.length > 0 ? findStore(places) : openResults(places);
  const store = opened && await withScores(opened, places);
  const found = await findRows({paths, against: options.against, allProtocols: showsProtocols(options)}, places, store);
  const histories = options.published ? await readHistories(found.rows, places) : [];
  const all = [...found.rows, ...histories];
  const rows = sortRows(selectRows(all, options.where), options.sort);
  return {
    text: await render(rows, options, {store, places, found, all: all.length}),
    notes: [
      ...leftOutNotes(found.leftOut),
      ...isWithoutResult(options.against, all) ? [`${options.against!} has no result yet that others could be compared with.`] : [],
    ],
  };
}

function showsProtocols({columns, published, form}: BoardOptions): boolean {
  return published === true || form === 'json' || form === 'csv' || /\bprotocol/v.test(columns ?? '');
}

function isWithoutResult(against: string | undefined, rows: readonly BoardRow[]): boolean {
  return against !== undefined && rows.every(row => row.against !== against || row.verdict === null);
}

async function readHistories(rows: readonly BoardRow[], places: Places): Promise<readonly BoardRow[]> {
  const {publishedRows} = await import('./published-rows.js');
  return publishedRows(rows, places);
}

async function render(rows: readonly BoardRow[], options: BoardOptions, {store, places, found, all}: Results): Promise<string> {
  const {columns, against, form} = options;
  switch (form) {
    case 'json': {
      const {boardJson} = await import('../../report/board/board-json.js');
      return boardJson(rows, chooseKeys(columns));
    }

    case 'csv': {
      const {boardCsv} = await import('../../report/board/board-csv.js');
      return boardCsv(rows, chooseKeys(columns));
    }

    case 'md':
    case 'latex':
    case 'table': {
      const dataNotes = store ? await leakNotes(rows, found.datasets, store, places) : [];
      const {comparisons} = found;
      const view = boardView(rows, {columns: columnsOf(options), group: groupingOf(options), against, dataNotes, comparisons, all});
      return renderView(view, options, async () => failedRuns(rows, store, places));
    }
  }
}

async function renderView(view: BoardView, {form, columns}: BoardOptions, findFailed: () => Promise<readonly RunRow[]>): Promise<string> {
  if (form === 'md') {
    const {boardMarkdown} = await import('../../report/board/board-markdown.js');
    return boardMarkdown(view);
  }

  if (form === 'latex') {
    const {boardLatex} = await import('../../report/board/board-latex.js');
    return boardLatex(view, columns);
  }

  const {boardTable} = await import('../../report/board/board-table.js');
  return `${boardTable(view, tableWidth(), await findFailed())}\n`;
}

/** What published scores are read by stands beside them without being asked for. */
function columnsOf({columns, published}: BoardOptions): string | undefined {
  return published && columns === undefined ? '+mean_last,+protocol,+validation_pictures' : columns;
}

function groupingOf({group}: BoardOptions): Grouping {
  return group === 'comparable' || group === 'none' ? group : knownKey(group, '--group');
}
