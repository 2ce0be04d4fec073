import type {NetworkBlock, ReportSubject} from '../page/report-data.js';
import {escapeHtml} from '../escape-html.js';

const box = {left: 10, width: 290, height: 34, gap: 12, top: 58};
const columns = {shape: 318, parameters: 560, width: 572};

/** A row's network from the photo down: a box a layer, and of a backbone a box a stage, with what comes out and how many parameters it has. */
export function networkDrawing({label, network}: Pick<ReportSubject, 'label' | 'network'>): string {
  const {blocks, input, parameters, trainable, multiplications} = network;
  const height = box.top + ((blocks.length + 1) * (box.height + box.gap)) + 26;
  const most = Math.max(1, ...blocks.map(block => block.parameters));
  const description = `${sizeText(input)} in; ${blocks.map(block => `${block.title} ${block.detail}`.trim() + ` gives ${sizeText(block.output)}`).join('; ')}; ${count(parameters)} parameters, ${count(trainable)} of them trained`;
  return [
    `<svg viewBox="0 0 ${columns.width} ${height}" width="${columns.width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="currentColor"`,
    ` aria-label="${escapeHtml(`${label}: network`)}" aria-description="${escapeHtml(description)}">`,
    text(box.left, 20, `${count(parameters)} parameters, ${trainable === parameters ? 'all' : count(trainable)} trained`, 'font-weight="600"'),
    text(box.left, 40, `${count(multiplications)} multiplications a picture`, 'fill="var(--muted)"'),
    text(columns.shape, 40, 'gives', 'fill="var(--muted)"'),
    text(columns.parameters, 40, 'parameters', 'fill="var(--muted)" text-anchor="end"'),
    pictureBox(input),
    ...blocks.map((block, index) => blockOf(block, {index: index + 1, most})),
    '</svg>',
  ].join('');
}

function pictureBox(input: readonly number[]): string {
  return [rectangle(0, 'fill="none" stroke="var(--muted)" stroke-dasharray="4 3"'), text(box.left + 12, middle(0), 'photo'), text(columns.shape, middle(0), sizeText(input))].join('');
}

function blockOf(block: NetworkBlock, {index, most}: {readonly index: number; readonly most: number}): string {
  const y = middle(index);
  const isFrozen = block.parameters > 0 && block.trainable === 0;
  const style = block.parameters === 0
    ? 'fill="var(--panel)" stroke="var(--rule)"'
    : `fill="var(--accent)" fill-opacity="${isFrozen ? 0.08 : 0.22}" stroke="var(--accent)"${isFrozen ? ' stroke-dasharray="4 3"' : ''}`;
  return [
    arrow(index),
    rectangle(index, style),
    ...block.branches.length > 0 ? branchesOf(block, index) : [labelOf(block, y)],
    text(columns.shape, y, sizeText(block.output), 'font-variant="tabular-nums"'),
    ...block.parameters === 0
      ? []
      : [
        text(columns.parameters, y - 3, `${count(block.parameters)}${isFrozen ? ', frozen' : ''}`, 'text-anchor="end" font-variant="tabular-nums"'),
        `<rect x="${columns.parameters - barWidth(block.parameters, most)}" y="${y + 4}" width="${barWidth(block.parameters, most)}" height="3" fill="var(--accent)"/>`,
      ],
  ].join('');
}

/** By the number's magnitude: a dense layer has a thousand times what a convolution has. */
function barWidth(parameters: number, most: number): number {
  return Math.max(2, Math.round(90 * Math.log10(1 + parameters) / Math.log10(1 + most)));
}

function labelOf({title, detail}: NetworkBlock, y: number): string {
  return `<text x="${box.left + 12}" y="${y}"><tspan font-weight="600">${escapeHtml(title)}</tspan> <tspan fill="var(--muted)">${escapeHtml(detail)}</tspan></text>`;
}

function branchesOf({branches}: NetworkBlock, index: number): string[] {
  const width = (box.width - 8) / branches.length;
  return branches.map((branch, place) => [
    `<rect x="${box.left + 4 + (place * width) + 2}" y="${top(index) + 5}" width="${width - 4}" height="${box.height - 10}" rx="3" fill="var(--ground)" stroke="var(--rule)"/>`,
    text(box.left + 4 + ((place + 0.5) * width), middle(index), fit(branch, width - 8), 'text-anchor="middle" font-size="10"'),
  ].join(''));
}

function fit(word: string, width: number): string {
  const most = Math.floor(width / 5.4);
  return word.length > most ? `${word.slice(0, Math.max(1, most - 1))}…` : word;
}

function arrow(index: number): string {
  const x = box.left + (box.width / 2);
  const from = top(index - 1) + box.height;
  return `<path d="M${x},${from}v${box.gap}m-3,-4l3,4l3,-4" fill="none" stroke="var(--muted)"/>`;
}

function rectangle(index: number, style: string): string {
  return `<rect x="${box.left}" y="${top(index)}" width="${box.width}" height="${box.height}" rx="5" ${style}/>`;
}

function top(index: number): number {
  return box.top + (index * (box.height + box.gap));
}

function middle(index: number): number {
  return top(index) + (box.height / 2) + 4;
}

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${x}" y="${y}"${attributes === '' ? '' : ` ${attributes}`}>${escapeHtml(words)}</text>`;
}

function sizeText(size: readonly number[]): string {
  return size.length === 1 ? `${count(size[0]!)} values` : size.join(' × ');
}

function count(number: number): string {
  return number.toLocaleString('en');
}
