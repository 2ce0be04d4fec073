// The live page's own script: it takes in what the server says has changed, and leaves alone all else, and what its reader has chosen.
const now = document.querySelector('#now');
const main = document.querySelector('main');
const sign = document.querySelector('#sign');
const retryMs = 2000;
const logMs = 1000;
// The server says something at least each 15 s: a connection that is silent for longer is dead, though nobody has closed it.
const silentMs = 40_000;
const askMs = 10_000;
const mostOfLog = 200_000;
const reading = new WeakMap();
let {version} = sign.dataset;
let source;
let timer;
let watchdog;
// What of Now may come to stand elsewhere, by its key, while Now is drawn.
let standing = new Map();

document.addEventListener('visibilitychange', () => document.hidden ? leave() : listen());
document.addEventListener('toggle', event => event.target.open && event.target.matches('.log') && readLog(event.target), true);
setInterval(readLogs, logMs);
listen();

// Who looks elsewhere is told nothing, and keeps no connection from other pages.
function leave() {
  clearTimeout(timer);
  clearTimeout(watchdog);
  source?.close();
  source = undefined;
}

function listen() {
  leave();
  source = new EventSource(`events?since=${encodeURIComponent(version)}`);
  hear('now', showNow);
  hear('parts', showParts);
  hear('ping', () => undefined);
  source.addEventListener('error', lose);
  watch();
}

function hear(name, take) {
  source.addEventListener(name, event => {
    watch();
    take(event.data === '' ? undefined : JSON.parse(event.data));
  });
}

function watch() {
  clearTimeout(watchdog);
  watchdog = setTimeout(lose, silentMs);
}

async function lose() {
  leave();
  timer = setTimeout(listen, retryMs);
  // Whatever was said of it already stays until more is known: the question below may never be answered.
  if (sign.dataset.kind !== 'gone') {
    say('Server gone, trying again', 'gone');
  }

  const status = await fetch('events', {method: 'HEAD', signal: AbortSignal.timeout(askMs)}).then(answer => answer.status, () => 0);
  if (sign.dataset.kind === 'gone') {
    say(status === 401 ? 'The token has changed: open the address that ablate serve printed' : 'Server gone, trying again', 'gone');
  }
}

function say(text, kind) {
  sign.dataset.kind = kind;
  if (sign.textContent !== text) {
    sign.textContent = text;
  }
}

/** What stays as it is comes as an empty element with its key. */
function showNow({sign: {text, kind}, frame, changed}) {
  say(text, kind);
  const fresh = contentOf(frame);
  const pieces = new Map(changed);
  for (const place of fresh.querySelectorAll('[data-same]')) {
    if (pieces.has(place.dataset.key)) {
      place.replaceWith(contentOf(pieces.get(place.dataset.key)));
    }
  }

  redraw(() => moveAll(() => morphChildren(now, fresh)));
}

/** A run that is paused, fails or slips down a list takes along what was opened of it, and how far it was scrolled. */
function moveAll(draw) {
  const scrolled = [...now.querySelectorAll('.log pre')].map(place => [place, place.scrollTop]);
  standing = new Map([...now.querySelectorAll('[data-key]')].map(element => [element.dataset.key, element]));
  draw();
  standing = new Map();
  for (const [place, top] of scrolled) {
    if (place.scrollTop !== top) {
      place.scrollTop = top;
    }
  }
}

/** What stands elsewhere, made like what is to come here; with what came within, where nothing did. */
function bring(fresh) {
  const key = fresh.dataset?.key;
  const old = standing.get(key);
  if (old) {
    morph(old, fresh);
    return old;
  }

  for (const inner of fresh.querySelectorAll?.('[data-key]') ?? []) {
    if (fresh.contains(inner) && standing.has(inner.dataset.key)) {
      const place = document.createComment('');
      inner.replaceWith(place);
      place.replaceWith(bring(inner));
    }
  }

  return fresh;
}

// Who reads a log that slips among the others that are folded up reads on.
function unfold(element) {
  if (element.querySelector?.('.log[open]')) {
    element.closest('.inner')?.setAttribute('open', '');
  }
}

function showParts({version: newest, order, changed}) {
  const fresh = new Map(changed.map(({id, html}) => [id, contentOf(html).firstElementChild]));
  const ofPlace = place => order.filter(each => each.place === place).map(({id}) => id);
  redraw(() => {
    for (const id of ofPlace('top')) {
      put(document.getElementById(id), fresh.get(id));
    }

    arrange(main, ofPlace('main'), fresh);
    const rows = document.querySelector('#all-rows');
    if (rows) {
      arrange(rows, ofPlace('rows'), fresh);
    }
  });
  version = newest;
  document.title = document.querySelector('h1').textContent;
}

function put(old, fresh) {
  if (fresh) {
    morph(old, fresh);
  }
}

/** The elements of a place, in this order: those that stayed as they are, those that changed, and those that came. */
function arrange(place, ids, fresh) {
  const wanted = new Set(ids);
  for (const child of [...place.children].filter(({id}) => !wanted.has(id))) {
    child.remove();
  }

  let at = place.firstElementChild;
  for (const id of ids) {
    const known = [...place.children].find(child => child.id === id);
    if (known === at) {
      at = at?.nextElementSibling ?? null;
    } else {
      place.insertBefore(known ?? fresh.get(id), at);
    }

    if (known) {
      put(known, fresh.get(id));
    }
  }
}

function redraw(draw) {
  const focused = document.activeElement;
  draw();
  document.dispatchEvent(new Event('ablate:drawn'));
  if (focused !== document.activeElement && focused?.isConnected) {
    focused.focus({preventScroll: true});
  }
}

function contentOf(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** Makes an element like a fresh one, touching only what differs, so that focus, scrolling and what is open stay. */
function morph(old, fresh) {
  if (fresh.dataset?.same !== undefined || old.isEqualNode(fresh)) {
    return;
  }

  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
  } else if (old.nodeType === Node.ELEMENT_NODE) {
    morphAttributes(old, fresh);
    if (old.dataset.kept === undefined) {
      morphChildren(old, fresh);
    }
  } else {
    old.nodeValue = fresh.nodeValue;
  }
}

function morphAttributes(old, fresh) {
  const isChosen = name => name === 'open' && old.localName === 'details';
  const had = [...old.attributes];
  for (const {name} of had) {
    if (!fresh.hasAttribute(name) && !isChosen(name)) {
      old.removeAttribute(name);
    }
  }

  for (const {name, value} of fresh.attributes) {
    if (old.getAttribute(name) !== value && !isChosen(name)) {
      old.setAttribute(name, value);
    }
  }
}

function morphChildren(old, fresh) {
  const children = [...fresh.childNodes];
  const coming = new Set(children.map(child => keyOf(child)));
  const known = new Map();
  const had = [...old.childNodes];
  for (const child of had) {
    const key = keyOf(child);
    if (key && coming.has(key)) {
      known.set(key, child);
    } else if (key) {
      child.remove();
    }
  }

  let at = old.firstChild;
  for (const child of children) {
    const same = known.get(keyOf(child)) ?? (at && !keyOf(at) && !keyOf(child) ? at : undefined);
    if (same === undefined) {
      const moved = bring(child);
      old.insertBefore(moved, at);
      unfold(moved);
    } else if (same === at) {
      at = at.nextSibling;
      morph(same, child);
    } else {
      old.insertBefore(same, at);
      morph(same, child);
    }
  }

  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function keyOf({id, dataset}) {
  return id || dataset?.key || dataset?.column;
}

function readLogs() {
  for (const log of document.hidden ? [] : document.querySelectorAll('.log[open]')) {
    readLog(log);
  }
}

/** Adds what was said since the last time. Who stands at the log's end goes along with it. */
async function readLog(log) {
  const {from = '', isReading} = reading.get(log) ?? {};
  if (isReading) {
    return;
  }

  reading.set(log, {from, isReading: true});
  const answer = await fetch(`logs/${encodeURIComponent(log.dataset.run)}?from=${from}`).then(each => each.ok ? each.json() : undefined, () => undefined);
  reading.set(log, {from: answer?.next ?? from, isReading: false});
  // Of a log that was begun anew all else is gone.
  if (!answer || (answer.text === '' && answer.begins === from)) {
    return;
  }

  const place = log.querySelector('pre');
  const isAtEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 20;
  place.textContent = ((answer.begins === from ? place.textContent : '') + answer.text).slice(-mostOfLog);
  if (isAtEnd) {
    place.scrollTop = place.scrollHeight;
  }
}
