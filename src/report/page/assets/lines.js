// Says the values of a plot's lines to the pointer and to the arrow keys, epoch by epoch. The paths are the values: the plot's scales,
// turned round, give them back.
const mostShown = 12;
const epochs = new WeakMap();
let shown;

document.addEventListener('pointermove', event => {
  const svg = plotOf(event.target);
  if (svg) {
    showUnder(svg, event);
  } else if (shown && !shown.isByKeys) {
    hide();
  }
});
document.documentElement.addEventListener('pointerleave', () => shown?.isByKeys || hide());
document.addEventListener('focusout', event => plotOf(event.target) && hide());
document.addEventListener('keydown', event => {
  const svg = plotOf(event.target);
  if (svg && !event.altKey && !event.ctrlKey && !event.metaKey) {
    step(svg, event);
  }
});
document.addEventListener('ablate:drawn', settle);
settle();

function settle() {
  for (const svg of document.querySelectorAll('svg[data-x][data-y]')) {
    svg.tabIndex = 0;
  }

  // What is read aloud must be there before it says anything.
  part('said').ariaLive = 'polite';
  if (shown?.isByKeys && shown.svg.isConnected) {
    showAt(shown.svg, epochs.get(shown.svg), true);
  } else {
    hide();
  }
}

function plotOf(element) {
  return element instanceof Element ? element.closest('svg[data-x][data-y]') : null;
}

function step(svg, event) {
  const {xs} = scalesOf(svg);
  const stops = [...new Set(linesOf(svg).flatMap(({points}) => points.map(([x]) => x)))].sort((left, right) => left - right).map(x => invert(xs, x));
  const at = epochs.get(svg);
  const to = {
    ArrowLeft: () => at === undefined ? stops[0] : stops.findLast(stop => stop < at - 0.1) ?? stops[0],
    ArrowRight: () => at === undefined ? stops[0] : stops.find(stop => stop > at + 0.1) ?? stops.at(-1),
    Home: () => stops[0],
    End: () => stops.at(-1),
  }[event.key]?.();
  if (to === undefined) {
    return;
  }

  event.preventDefault();
  epochs.set(svg, to);
  showAt(svg, to, true);
  const said = shown.values.map(({name, value}) => `${name} ${value}`);
  part('said').textContent = [`epoch ${shown.epoch}`, ...said.slice(0, mostShown)].join(', ');
}

function showUnder(svg, {clientX, clientY}) {
  const {xs, ys} = scalesOf(svg);
  const box = svg.getBoundingClientRect();
  const x = (clientX - box.left) * svg.viewBox.baseVal.width / box.width;
  const lines = linesOf(svg).flatMap(line => nearest(line, x));
  const [found] = lines.sort((left, right) => Math.abs(left.x - x) - Math.abs(right.x - x));
  if (found) {
    showLines(svg, {x: found.x, xs, ys});
    place(clientX, clientY);
  } else {
    hide();
  }
}

function showAt(svg, epoch, isByKeys) {
  const {xs, ys} = scalesOf(svg);
  const x = xs[2] + ((epoch - xs[0]) * (xs[3] - xs[2]) / (xs[1] - xs[0]));
  showLines(svg, {x, xs, ys, isByKeys});
  const box = svg.getBoundingClientRect();
  place(box.left + (x * box.width / svg.viewBox.baseVal.width), box.top + (box.height / 3));
}

function showLines(svg, {x, xs, ys, isByKeys = false}) {
  const top = Math.min(ys[2], ys[3]);
  const lines = linesOf(svg).flatMap(line => nearest(line, x)).sort((left, right) => left.y - right.y);
  // Of a line that is cut off above its highest points are no values.
  const over = ({y}) => 'cut' in svg.dataset && y - top < 0.1 ? 'over ' : '';
  const values = lines.map(line => ({name: line.name, value: over(line) + invert(ys, line.y).toFixed(3)}));
  hide();
  shown = {svg, isByKeys, values, epoch: Math.round(Math.max(xs[0], Math.min(xs[1], invert(xs, x))))};
  mark(svg, x, {lines, top, bottom: Math.max(ys[2], ys[3])});
  const readout = part('readout');
  readout.hidden = false;
  readout.textContent = [`epoch ${shown.epoch}`, ...values.slice(0, mostShown).map(({name, value}) => `${value}  ${name}`)].join('\n');
}

function scalesOf({dataset}) {
  const [xs, ys] = [dataset.x, dataset.y].map(text => text.split(' ').map(Number));
  return {xs, ys};
}

function linesOf(svg) {
  return [...svg.querySelectorAll('.series path')].filter(({style}) => style.display !== 'none').map(path => ({
    name: path.getAttribute('aria-label'),
    colour: path.closest('[stroke]').getAttribute('stroke'),
    points: (path.getAttribute('d').match(/-?[\d.]+,-?[\d.]+/g) ?? []).map(point => point.split(',').map(Number)),
  }));
}

// A line that has ended, or has not begun, has no value here.
function nearest({name, colour, points}, x) {
  const steps = points.slice(1).map(([at], index) => at - points[index][0]);
  const reach = Math.max(1, Math.min(...steps, Number.MAX_VALUE) / 2) + 0.1;
  const isNear = ([at]) => Math.abs(at - x) <= (steps.length === 0 ? 20 : reach);
  const [found] = points.filter(point => isNear(point)).sort((left, right) => Math.abs(left[0] - x) - Math.abs(right[0] - x));
  return found ? [{name, colour, x: found[0], y: found[1]}] : [];
}

function invert([low, high, from, to], at) {
  return low + ((high - low) * (at - from) / (to - from));
}

function mark(svg, x, {lines, top, bottom}) {
  const marker = drawn(svg, 'g', {class: 'marker'});
  svg.append(marker);
  marker.append(
    drawn(svg, 'line', {x1: x, x2: x, y1: top, y2: bottom}),
    ...lines.map(line => drawn(svg, 'circle', {cx: line.x, cy: line.y, r: 4, fill: line.colour})),
  );
}

function drawn({namespaceURI}, name, attributes) {
  const element = document.createElementNS(namespaceURI, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }

  return element;
}

function place(left, top) {
  const {style, offsetWidth, offsetHeight} = part('readout');
  style.left = `${Math.max(4, left + 14 + offsetWidth < innerWidth - 8 ? left + 14 : left - 14 - offsetWidth)}px`;
  style.top = `${Math.max(4, Math.min(top + 14, innerHeight - offsetHeight - 8))}px`;
}

function hide() {
  shown = undefined;
  part('readout').hidden = true;
  for (const marker of document.querySelectorAll('.marker')) {
    marker.remove();
  }
}

function part(id) {
  const known = document.getElementById(id);
  if (known) {
    return known;
  }

  const made = document.createElement('div');
  made.id = id;
  document.body.append(made);
  return made;
}
