import * as Plot from '@observablehq/plot';
import {parseHTML} from 'linkedom';
import {svgText} from './svg-text.js';

/** What a plot is, for who cannot see it. */
export type PlotWords = {readonly title: string; readonly description: string};

const {document} = parseHTML('<html><body></body></html>');

/**
Draws a plot as SVG. Colours are variables of the page (`plot-colours`), so that one drawing is right in the light and in the dark. Where it
has linear scales, `data-x` and `data-y` tell them (domain, then range), for the script that says values.
*/
export function drawPlot(options: Plot.PlotOptions, {title, description}: PlotWords): string {
  const style = {fontSize: '12px'};
  const svg = Plot.plot({document, style, ...options, ariaLabel: title, ariaDescription: description});
  svg.querySelector('style')?.remove();
  svg.removeAttribute('class');
  svg.setAttribute('role', 'img');
  for (const name of ['x', 'y'] as const) {
    const scale = svg.scale(name);
    if (scale?.type === 'linear') {
      svg.setAttribute(`data-${name}`, [...scale.domain, ...scale.range!].map(value => Number(Number(value).toFixed(4))).join(' '));
    }
  }

  return svgText(svg);
}
