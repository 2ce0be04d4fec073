import type * as Plot from '@observablehq/plot';

/** A line in place of an arrow. */
export const strokeShape: Plot.VectorShapeImplementation = {
  draw(context, length) {
    context.moveTo(0, 0);
    context.lineTo(0, -length);
  },
};
