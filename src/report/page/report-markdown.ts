import type {BoardRow} from '../../domain/board-row.js';
import {boardMarkdown} from '../board/board-markdown.js';
import {printableLine} from '../../errors.js';
import {escapeMarkdown} from '../escape-markdown.js';
import {mostCounted} from '../frequent-mistakes.js';
import {standaloneSvg} from '../plots/standalone-svg.js';
import type {ClassDetail} from '../show/detail.js';
import {environments} from './origin-section.js';
import type {ReportPieces} from './draw-pieces.js';
import type {ReportData, ReportRow} from './report-data.js';
import {reportBoard} from './report-groups.js';
import {rowId} from './row-id.js';

/** The report for a repository, and the pictures that it shows, by their paths beside it. */
export type MarkdownReport = {readonly text: string; readonly pictures: ReadonlyMap<string, string>};

/** The same as Markdown: what no browser is needed for. */
export function reportMarkdown(data: ReportData, pieces: ReportPieces): MarkdownReport {
  const pictures = new Map<string, string>();
  const show = (name: string, title: string, svg: string | undefined): string[] => {
    if (svg === undefined) {
      return [];
    }

    pictures.set(`pictures/${name}.svg`, standaloneSvg(svg));
    return [`![${escapeMarkdown(title)}](pictures/${name}.svg)`, ''];
  };

  const lines = [
    '# Ablations',
    '',
    boardMarkdown(reportBoard(data.board, data.dataNotes)),
    ...show('board', 'The rows and their accuracies', pieces.board),
    ...show('curves', 'Validation accuracy of rows by epoch', overlayForPaper(pieces.overlay, data)),
    ...hardestLines(data),
    ...data.rows.flatMap(row => rowLines(row, pieces, show)),
    ...pieces.timeline === undefined ? [] : ['## The sweep', '', ...show('timeline', 'The sweep over time', pieces.timeline)],
    '## To make it again',
    '',
    '```',
    ...data.commands.map(command => printableLine(command)),
    '```',
    '',
    ...environments(data).map(({text, commit, runs}) => `- ${runs} ${runs === 1 ? 'run' : 'runs'}: ${escapeMarkdown(text)}${commit === '' ? '' : `, commit ${commit}`}`),
    '',
  ];
  return {text: lines.join('\n'), pictures};
}

// Without the page's legend lines cannot be told apart, unless they are few and named.
function overlayForPaper(overlay: string | undefined, {rows}: ReportData): string | undefined {
  return rows.length > 8 ? undefined : overlay;
}

function hardestLines({splits}: ReportData): string[] {
  return splits.flatMap(({hardest, runs, dataset, validation}) => hardest.length === 0
    ? []
    : [
      '## Hardest photos',
      '',
      `Most often wrong over the ${runs} finished runs on ${validation} validation pictures of ${escapeMarkdown(dataset)}:`,
      '',
      '| picture | is | said most often | wrong in |',
      '| --- | --- | --- | ---: |',
      ...hardest.map(each => `| ${escapeMarkdown(each.path)} | ${escapeMarkdown(each.class)} | ${escapeMarkdown(each.said ?? '')} | ${each.wrong} of ${runs} |`),
      '',
    ]);
}

function rowLines(row: ReportRow, pieces: ReportPieces, show: (name: string, title: string, svg: string | undefined) => string[]): string[] {
  const {row: board, facts, classes} = row;
  const own = pieces.rows.get(board.name)!;
  const id = rowId(board.name).slice('row-'.length);
  return [
    `## ${escapeMarkdown(board.name)}`,
    '',
    ...facts.description === null ? [] : [escapeMarkdown(facts.description.replaceAll(/\s+/gv, ' ').trim()), ''],
    `${headline(board)}; \`${printableLine(board.file).replaceAll('`', '')}\``,
    '',
    ...show(`${id}-accuracy`, `${board.name}: accuracy by epoch`, own.accuracy),
    ...show(`${id}-loss`, `${board.name}: loss by epoch`, own.loss),
    ...classes === null ? [] : classLines(row, classes),
    ...show(`${id}-network`, `${board.name}: network`, own.network),
  ];
}

function classLines({mistakes}: ReportRow, classes: readonly ClassDetail[]): string[] {
  const isCounted = classes.length <= mostCounted;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['class', 'pictures', 'recall', ...isCounted ? classes.map(({name}) => escapeMarkdown(name)) : []]),
    line(['---', '---:', '---:', ...isCounted ? classes.map(() => '---:') : []]),
    ...classes.map(({name, pictures, recall, taken_for: counts}) =>
      line([escapeMarkdown(name), String(pictures), recall?.toFixed(3) ?? '–', ...isCounted ? counts.map(String) : []])),
    '',
    ...isCounted ? [] : [`Most often: ${mistakes.map(({is, said, count}) => `${count} ${escapeMarkdown(is)} taken for ${escapeMarkdown(said)}`).join(', ')}.`, ''],
  ];
}

function headline({last, last_low: low, last_high: high, verdict, against, status}: BoardRow): string {
  const score = last === null ? status : `last ${last.toFixed(3)}${low === null ? '' : ` (95 %: ${low.toFixed(3)} to ${high!.toFixed(3)})`}`;
  return `${score}${verdict === null ? '' : `, ${verdict} against ${escapeMarkdown(against ?? '')}`}`;
}
