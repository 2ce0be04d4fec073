// The live page's own script: it takes in what the server says has changed, and leaves alone all else, and what its reader has chosen.
const now = document.querySelector('#now');
const main = document.querySelector('main');
const sign = document.querySelector('#sign');
const retryMs = 2000;
const logMs = 1000;
const mostOfLog = 200_000;
const reading = new WeakMap();
let {version} = sign.dataset;
let source;
let timer;

document.addEventListener('visibilitychange', () => document.hidden ? leave() : listen());
document.addEventListener('toggle', event => event.target.open && event.target.matches('.log') && readLog(event.target), true);
setInterval(readLogs, logMs);
listen();

// Who looks elsewhere is told nothing, and keeps no connection from other pages.
function leave() {
  clearTimeout(timer);
  source?.close();
  source = undefined;
}

function listen() {
  leave();
  source = new EventSource(`events?since=${encodeURIComponent(version)}`);
  source.addEventListener('now', event => showNow(JSON.parse(event.data)));
  source.addEventListener('parts', event => showParts(JSON.parse(event.data)));
  source.addEventListener('error', lose);
}

async function lose() {
  leave();
  timer = setTimeout(listen, retryMs);
  const status = await fetch('events', {method: 'HEAD'}).then(answer => answer.status, () => 0);
  if (source) {
    return;
  }

  say(status === 401 ? 'The token has changed: open the address that ablate serve printed' : 'Server gone, trying again', 'gone');
}

function say(text, kind) {
  sign.dataset.kind = kind;
  if (sign.textContent !== text) {
    sign.textContent = text;
  }
}

function showNow({html, state, kind}) {
  say(state, kind);
  redraw(() => morphChildren(now, contentOf(html)));
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
  if (old.isEqualNode(fresh)) {
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
      old.insertBefore(child, at);
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
  if (!answer || answer.text === '') {
    return;
  }

  const place = log.querySelector('pre');
  const isAtEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 20;
  place.textContent = ((answer.begins === from ? place.textContent : '') + answer.text).slice(-mostOfLog);
  if (isAtEnd) {
    place.scrollTop = place.scrollHeight;
  }
}
