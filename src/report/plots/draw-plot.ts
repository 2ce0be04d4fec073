import * as Plot from '@observablehq/plot';
import {parseHTML} from 'linkedom';
import {svgText} from './svg-text.js';

/** What a plot is, for who cannot see it. */
export type PlotWords = {
  readonly title: string;
  readonly description: string;
  /** Whether lines are cut off above: the script must not take their highest points for values. */
  readonly isCut?: boolean;
};

const {document} = parseHTML('<html><body></body></html>');

/**
Draws a plot as SVG. Colours are variables of the page (`plot-colours`), so that one drawing is right in the light and in the dark. Where it
has linear scales, `data-x` and `data-y` tell them (domain, then range), for the script that says values.
*/
export function drawPlot(options: Plot.PlotOptions, {title, description, isCut = false}: PlotWords): string {
  const style = {fontSize: '12px'};
  const svg = Plot.plot({document, style, ...options, ariaLabel: title, ariaDescription: description});
  svg.querySelector('style')?.remove();
  svg.removeAttribute('class');
  svg.setAttribute('role', 'img');
  svg.setAttribute('font-size', '12');
  for (const name of ['x', 'y'] as const) {
    const scale = svg.scale(name);
    if (scale?.type === 'linear') {
      svg.setAttribute(`data-${name}`, [...scale.domain, ...scale.range!].map(value => Number(Number(value).toFixed(4))).join(' '));
    }
  }

  if (isCut) {
    svg.dataset.cut = 'above';
  }

  return svgText(svg);
}
