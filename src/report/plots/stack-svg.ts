const gap = 16;

type Size = {readonly width: number; readonly height: number};

/** Drawings below each other as one; each is made no wider than `width`, and is not made larger. */
export function stackSvg(drawings: readonly string[], width: number): string {
  const sizes = drawings.map(svg => sizeOf(svg)).map(size => scaled(size, Math.min(1, width / size.width)));
  if (drawings.length === 1) {
    return resized(drawings[0]!, sizes[0]!);
  }

  const all = {width: Math.max(...sizes.map(size => size.width)), height: sizes.reduce((sum, {height}) => sum + height + gap, -gap)};
  let top = 0;
  const placed = drawings.map((svg, index) => {
    const y = top;
    top += sizes[index]!.height + gap;
    return resized(svg, sizes[index]!).replace('<svg', `<svg y="${y}"`).trim();
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${all.width} ${all.height}" width="${all.width}" height="${all.height}">`
    + `${titleOf(drawings[0]!)}<rect width="${all.width}" height="${all.height}" fill="#ffffff"/>${placed.join('')}</svg>\n`;
}

function sizeOf(svg: string): Size {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/v.exec(svg)!;
  return {width: Number(width), height: Number(height)};
}

function scaled({width, height}: Size, factor: number): Size {
  return {width: Math.round(width * factor), height: Math.round(height * factor)};
}

function resized(svg: string, {width, height}: Size): string {
  return svg.replace(/^<svg[^>]*>/v, head => head.replace(/ width="[^"]*"/v, ` width="${width}"`).replace(/ height="[^"]*"/v, ` height="${height}"`));
}

function titleOf(svg: string): string {
  return /<title>[^<]*<\/title>/v.exec(svg)?.[0] ?? '';
}
