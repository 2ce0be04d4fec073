// The report's own script: without it everything is there to be read, with it tables sort, and columns and lines can be chosen.
// Elements may be drawn anew while somebody looks (live.js), so that it listens to the document, and `settle` gives back what was chosen.
const table = () => document.querySelector('#board');
const filter = () => document.querySelector('#filter');
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
document.addEventListener('ablate:drawn', settle);
addEventListener('hashchange', openTarget);
addEventListener('beforeprint', () => openAll(true));
settle();

/** Makes what was just drawn as it was chosen. */
function settle() {
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
  for (const each of document.querySelectorAll(`#board [data-column="${column}"], #leaderboard .notes [data-column="${column}"]`)) {
    each.hidden = !checked;
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
