import {seriesColours} from './plot-colours.js';

export type LineStyle = 'solid' | 'dashed' | 'dotted';

/** What lines are broken by. */
export const dashes: Readonly<Record<LineStyle, string | undefined>> = {solid: undefined, dashed: '6 3', dotted: '1.5 3'};

const styles: readonly LineStyle[] = ['solid', 'dashed', 'dotted'];

/** The most lines of a picture on paper: solid and dashed ones. */
export const mostTold = 2 * seriesColours.length;

/** How the lines of a plot are told apart: by their colours, then by being broken. Behind all these they begin anew. */
export function lineStyle(index: number): {readonly colour: string; readonly style: LineStyle} {
  return {colour: seriesColours[index % seriesColours.length]!, style: styles[Math.floor(index / seriesColours.length) % styles.length]!};
}
