import process from 'node:process';
import {Argument, Option, type Command} from 'commander';
import {findPlaces} from './places.js';
import {parseWidth} from './plot/parse-width.js';
import type {DrawWish, PlotKind} from './plot/draw-plots.js';

type Options = Pick<DrawWish, 'metric' | 'normalize'> & {readonly output?: string; readonly runs?: string; readonly width?: number; readonly title?: string};

const kinds: readonly PlotKind[] = ['board', 'curves', 'confusion', 'grid', 'network'];

/** `ablate plot`: one picture for a paper. */
export function registerPlot(program: Command): void {
  program.command('plot')
    .description('one picture of runs or rows, sized for a paper, as SVG, PNG (300 dots an inch) or PDF')
    .addArgument(new Argument('<what>', 'which picture').choices(kinds))
    .argument('[runs...]', 'ids of runs or their beginnings, or names of rows or their files (board: also folders; default all rows)')
    .option('-o, --output <file>', 'where to write: .svg, .png or .pdf (default: WHAT.svg)')
    .option('--width <mm>', 'how wide it is printed; labels stay at 9 points (default: 180 for board and grid, else 130)', parseWidth)
    .option('--title <text>', 'a title above the picture (default: none, since papers have captions)')
    .addOption(new Option('--metric <what>', 'curves: only these (default: accuracy and loss of one row, accuracy of several)').choices(['accuracy', 'loss']))
    .addOption(new Option('--normalize <over>', 'confusion: shares in place of pictures, of those that are of a class (true), that are said to be (pred), or of all').choices(['true', 'pred', 'all']))
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addHelpText('after', `
Examples:
  ablate plot curves model7 -o model7.pdf --width 85
  ablate plot curves model7 model8 --metric loss -o both.svg      rows over each other
  ablate plot board experiments/table -o board.png
  ablate plot confusion model7 --normalize true -o confusion.pdf
  ablate plot grid resnet50-plain -o grid.png`)
    .action(async (kind: PlotKind, given: string[], {runs, output = `${kind}.svg`, ...wish}: Options) => {
      const {writePlot} = await import('./plot/write-plot.js');
      await writePlot({kind, given, output, ...wish}, findPlaces({runs}));
      process.stdout.write(`${output}\n`);
    });
}
