import chalk from 'chalk';
import type {FeatureFindings} from '../../dataset/check-pictures.js';
import {layoutTable} from '../../report/layout-table.js';
import {tableWidth} from '../table-width.js';
import {lookAlikeLines} from './look-alike-lines.js';

// With the rest of the findings a screenful.
const mostListed = 20;

const indent = '    ';

/** What features told of one data set, as lines; without features, how to get them. */
export function formatFeatureFindings(findings: FeatureFindings | null): string[] {
  return findings === null
    ? [
      '  Labels were not compared: that takes a network\'s features of all pictures, as they are.',
      '  `ablate run` keeps them for a row with a frozen backbone and `augment: none` (docs/data.md).',
    ]
    : [`  By ${findings.of}:`, ...lookAlikeLines(findings.same_things, 'of what seems the same thing'), ...labelLines(findings.doubtful_labels)];
}

function labelLines(labels: FeatureFindings['doubtful_labels']): string[] {
  if (labels.length === 0) {
    return [`${chalk.green('✔')} No label stands out among those of the nearest pictures.`];
  }

  const listed = labels.slice(0, mostListed);
  const table = layoutTable([
    {title: 'picture', cells: listed.map(({path}) => path)},
    {title: 'of its nearest', cells: listed.map(({agreeing, neighbours, likely}) => `${agreeing} of ${neighbours} ${likely}`)},
    {title: 'its own label', cells: listed.map(({own, class: label}) => `${own} ${label}`), priority: 2},
    {title: 'the nearest of those', cells: listed.map(({nearest}) => nearest), priority: 1, minWidth: 12},
  ], tableWidth() - indent.length, chalk.dim);
  return [
    `${chalk.yellow('!')} ${labels.length} ${labels.length === 1 ? 'label' : 'labels'} worth a look: the nearest pictures carry another`,
    ...table.map(line => `${indent}${line}`),
    ...labels.length > mostListed ? [`${indent}… and ${labels.length - mostListed} more; \`--json\` lists them`] : [],
  ];
}
