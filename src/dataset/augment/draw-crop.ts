import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import type {Random} from '../../engine/random.js';
import type {Crop} from './picture-change.js';

type CropRanges = NonNullable<ExperimentConfig['augment']['random_crop']>;

/** As torchvision: what does not fit is drawn again, but not for ever. */
const attempts = 10;

/**
Draws a part of a picture as torchvision's RandomResizedCrop does: its share of the area evenly from `scale`, its width by its
height evenly on a logarithmic scale from `ratio`, its place evenly; but not rounded to whole pixels. Where ten draws do not
fit, the largest part in the middle whose shape `ratio` allows.
*/
export function drawCrop(ranges: CropRanges, height: number, width: number, random: Random): Crop {
  const [narrowest, widest] = ranges.ratio;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const area = height * width * random.uniform(...ranges.scale);
    const ratio = Math.exp(random.uniform(Math.log(narrowest), Math.log(widest)));
    const [cropWidth, cropHeight] = [Math.sqrt(area * ratio), Math.sqrt(area / ratio)];
    if (cropWidth <= width && cropHeight <= height) {
      const left = random.uniform(0, width - cropWidth);
      return {left, top: random.uniform(0, height - cropHeight), width: cropWidth, height: cropHeight};
    }
  }

  const [cropWidth, cropHeight] = [Math.min(width, height * widest), Math.min(height, width / narrowest)];
  return {left: (width - cropWidth) / 2, top: (height - cropHeight) / 2, width: cropWidth, height: cropHeight};
}
