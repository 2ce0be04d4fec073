import chalk from 'chalk';
import type {LookAlikes} from '../../dataset/check-pictures.js';

const mostGroups = 20;
const mostPictures = 3;

/**
Groups of pictures as lines; `what` says of what they are. What matters stands there by name: what is on both sides of the split makes a
score too high, and of two labels for one thing one is wrong.
*/
export function lookAlikeLines(groups: readonly LookAlikes[], what: string): string[] {
  const across = groups.filter(group => new Set(group.map(({part}) => part)).size > 1);
  const atOdds = groups.filter(group => new Set(group.map(({class: label}) => label)).size > 1);
  const others = groups.filter(group => !across.includes(group) && !atOdds.includes(group)).length;
  return [
    ...listGroups(`${what}, some of which train and some validate`, across),
    ...listGroups(`${what} under different labels`, atOdds),
    ...others > 0 ? [`  ${others} other ${others === 1 ? 'group' : 'groups'} of pictures ${what}; \`--json\` lists them.`] : [],
  ];
}

function listGroups(what: string, groups: readonly LookAlikes[]): string[] {
  return groups.length === 0
    ? []
    : [
      `${chalk.yellow('!')} ${groups.length} ${groups.length === 1 ? 'group' : 'groups'} of pictures ${what}`,
      ...groups.slice(0, mostGroups).map(group => groupLine(group)),
      ...groups.length > mostGroups ? [`    … and ${groups.length - mostGroups} more; \`--json\` lists them`] : [],
    ];
}

/** Pictures of both parts come first, whatever is left out. */
function groupLine(group: LookAlikes): string {
  const words = {training: 'trains', validation: 'validates'} as const;
  const isFirst = (picture: LookAlikes[number]) => picture === group.find(({part, class: label}) => part === picture.part && label === picture.class);
  const ordered = group.length > mostPictures ? [...group.filter(picture => isFirst(picture)), ...group.filter(picture => !isFirst(picture))] : group;
  const shown = ordered.slice(0, mostPictures);
  const rest = group.length > shown.length ? `  … ${group.length - shown.length} more` : '';
  return `    ${shown.map(({path, part}) => `${path} ${chalk.dim(words[part])}`).join('  ')}${rest}`;
}
