// The report's own script: without it everything is there to be read, with it tables sort and lines tell their values.
// Elements may be drawn anew while somebody looks (live.js), so that it listens to the document, and `settle` gives back what was chosen.
const table = () => document.querySelector('#board');
const filter = () => document.querySelector('#filter');
const places = new WeakMap();
let sorting;
let shownTarget;

document.addEventListener('click', event => {
  const button = event.target.closest('#board thead button');
  if (button) {
    chooseSorting(button.closest('th'));
  }
});
document.addEventListener('input', event => {
  if (event.target === filter()) {
    filterRows();
  }
});
document.addEventListener('change', event => {
  if (event.target.matches('input[data-column]')) {
    showColumn(event.target);
  } else if (event.target.matches('input[data-series]')) {
    showSeries();
  }
});
document.addEventListener('pointermove', event => {
  const svg = plotOf(event.target);
  if (svg) {
    sayValuesAt(svg, event.clientX, event.clientY);
  } else {
    hideReadout();
  }
});
document.documentElement.addEventListener('pointerleave', hideReadout);
document.addEventListener('focusout', event => {
  if (plotOf(event.target)) {
    hideReadout();
  }
});
document.addEventListener('keydown', event => {
  const svg = plotOf(event.target);
  if (svg) {
    stepAlong(svg, event);
  }
});
document.addEventListener('ablate:drawn', settle);
addEventListener('hashchange', openTarget);
addEventListener('beforeprint', () => openAll(true));
settle();

/** Makes what was just drawn as it was chosen. */
function settle() {
  for (const svg of document.querySelectorAll('svg[data-x][data-y]')) {
    svg.tabIndex = 0;
  }

  if (table()) {
    document.querySelector('.controls').hidden = false;
    for (const box of document.querySelectorAll('input[data-column]')) {
      showColumn(box);
    }

    sort();
    filterRows();
  }

  showSeries();
  if (shownTarget !== location.hash) {
    openTarget();
  }
}

function plotOf(element) {
  return element instanceof Element ? element.closest('svg[data-x][data-y]') : null;
}

function chooseSorting(head) {
  const isDescending = head.getAttribute('aria-sort') === 'ascending' || (!head.hasAttribute('aria-sort') && head.classList.contains('right'));
  sorting = {column: head.dataset.column, isDescending};
  sort();
}

// Rows stay in their group: only those in one can be compared.
function sort() {
  const head = sorting && [...table().tHead.rows[0].cells].find(cell => cell.dataset.column === sorting.column);
  if (!head) {
    return;
  }

  for (const other of table().querySelectorAll('thead th')) {
    other.removeAttribute('aria-sort');
  }

  head.setAttribute('aria-sort', sorting.isDescending ? 'descending' : 'ascending');
  const place = head.cellIndex;
  for (const body of table().tBodies) {
    const rows = [...body.rows].filter(row => !row.classList.contains('group'));
    rows.sort((left, right) => compare(left.cells[place], right.cells[place], sorting.isDescending));
    body.append(...rows);
  }
}

// What has no value comes last, either way.
function compare(left, right, isDescending) {
  const [one, other] = [cellValue(left), cellValue(right)];
  if (one === '' || other === '') {
    return Number(one === '') - Number(other === '');
  }

  const order = typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other), 'en');
  return isDescending ? -order : order;
}

function cellValue(cell) {
  const text = cell.textContent.trim();
  return cell.dataset.value === undefined ? (text === '–' ? '' : text) : Number(cell.dataset.value);
}

function filterRows() {
  const words = filter().value.toLowerCase().split(/\s+/).filter(Boolean);
  let [shown, all] = [0, 0];
  for (const row of table().querySelectorAll('tbody tr:not(.group)')) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every(word => text.includes(word));
    shown += row.hidden ? 0 : 1;
    all++;
  }

  for (const body of table().tBodies) {
    body.hidden = body.querySelector('tr:not(.group):not([hidden])') === null;
  }

  const text = words.length === 0 ? '' : `${shown} of ${all} rows`;
  const count = document.querySelector('#count');
  // A text that stays is not read aloud again.
  if (count.textContent !== text) {
    count.textContent = text;
  }
}

function showColumn({dataset: {column}, checked}) {
  for (const cell of table().querySelectorAll(`[data-column="${column}"]`)) {
    cell.hidden = !checked;
  }
}

function showSeries() {
  const shown = new Set([...document.querySelectorAll('input[data-series]:checked')].map(box => box.dataset.series));
  for (const path of document.querySelectorAll('.overlay .series path')) {
    path.style.display = shown.has(path.getAttribute('aria-label')) ? '' : 'none';
  }
}

function openTarget() {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target) {
    shownTarget = location.hash;
  }

  if (target && target.localName === 'details') {
    target.open = true;
    target.scrollIntoView();
  }
}

function openAll(isOpen) {
  for (const details of document.querySelectorAll('details.row')) {
    details.open = isOpen;
  }
}

// With the arrow keys: a fortieth of the plot a step.
function stepAlong(svg, event) {
  const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
  if (step === undefined) {
    return;
  }

  event.preventDefault();
  const [from, to] = svg.dataset.x.split(' ').map(Number).slice(2);
  const at = Math.max(from, Math.min(to, (places.get(svg) ?? from) + (step * (to - from) / 40)));
  places.set(svg, at);
  const box = svg.getBoundingClientRect();
  sayValuesAt(svg, box.left + (at * box.width / svg.viewBox.baseVal.width), box.top + (box.height / 3));
}

// The paths are the values: the plot's scales, turned round, give them back.
function sayValuesAt(svg, left, top) {
  const [xs, ys] = [svg.dataset.x, svg.dataset.y].map(text => text.split(' ').map(Number));
  const box = svg.getBoundingClientRect();
  const x = (left - box.left) * svg.viewBox.baseVal.width / box.width;
  const lines = [...svg.querySelectorAll('.series path')].filter(path => path.style.display !== 'none').flatMap(path => nearest(path, x));
  if (lines.length === 0) {
    hideReadout();
    return;
  }

  const values = lines.map(line => ({...line, value: invert(ys, line.y)})).sort((left, right) => left.y - right.y);
  const epoch = Math.round(Math.max(xs[0], Math.min(xs[1], invert(xs, x))));
  const isCut = ({y}) => 'cut' in svg.dataset && y - Math.min(ys[2], ys[3]) < 0.1;
  readout().textContent = [`epoch ${epoch}`, ...values.slice(0, 12).map(line => `${isCut(line) ? 'over ' : ''}${line.value.toFixed(3)}  ${line.name}`)].join('\n');
  const place = readout();
  place.hidden = false;
  place.style.left = `${Math.max(4, Math.min(left + 14, innerWidth - place.offsetWidth - 8))}px`;
  place.style.top = `${Math.max(4, Math.min(top + 14, innerHeight - place.offsetHeight - 8))}px`;
}

function nearest(path, x) {
  const points = path.getAttribute('d').match(/-?[\d.]+,-?[\d.]+/g) || [];
  const all = points.map(point => point.split(',').map(Number)).map(([at, y]) => ({x: at, y, name: path.getAttribute('aria-label')}));
  const best = all.reduce((least, point) => least === undefined || Math.abs(point.x - x) < Math.abs(least.x - x) ? point : least, undefined);
  // A line that ends more than a step away has no value here.
  const step = Math.min(...all.slice(1).map((point, index) => Math.abs(point.x - all[index].x)));
  return best === undefined || Math.abs(best.x - x) > Math.max(1, step) ? [] : [best];
}

function invert([low, high, from, to], at) {
  return low + ((high - low) * (at - from) / (to - from));
}

function readout() {
  const place = document.querySelector('#readout') || document.createElement('div');
  place.id = 'readout';
  place.role = 'status';
  document.body.append(place);
  return place;
}

function hideReadout() {
  const place = document.querySelector('#readout');
  if (place) {
    place.hidden = true;
  }
}
