import {Buffer} from 'node:buffer';
import {readFile, stat, writeFile} from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {Inline, tinyExperiment} from '../run-inline.js';
import {ids, makeResults, results} from './looked-at.js';
import {ask, sendRaw, startServer} from './served.js';

test('without the token nobody is let in, and with it the browser is given a cookie and an address without it', async t => {
  const server = await startServer(t, await makeResults(results));
  const stranger = {...server, token: ''};
  for (const place of ['/', '/events', `/logs/${ids.one}`, '/?token=', `/?token=${'a'.repeat(43)}`, `/events?token=${server.token}`, '/nowhere']) {
    const {status, text} = await ask(stranger, place);
    t.is(status, 401, `${place}`);
    t.is(text, 'This page wants its token: open the address that `ablate serve` printed as it began.\n');
  }

  t.is((await ask({...server, token: `${server.token}x`}, '/')).status, 401);
  const entry = await ask(stranger, `/?token=${server.token}`);
  t.is(entry.status, 303);
  t.is(entry.headers.location, './');
  const [cookie] = entry.headers['set-cookie']!;
  const [, name] = /^(ablate-[\w\-]{12})=/v.exec(cookie!)!;
  t.is(cookie, `${name}=${server.token}; Path=/; HttpOnly; SameSite=Strict`);
  const known = await ask(stranger, '/', {headers: {cookie: cookie!.split(';')[0]!}});
  t.is(known.status, 200);
  t.regex(known.text, /<h2 id="now-title">Now<\/h2>/v);
  t.false(known.text.includes(server.token));
  t.is((await ask(stranger, '/', {headers: {cookie: `ablate-1=${server.token}`}})).status, 401, 'another server\'s cookie');

  // As a browser has it that reaches two machines by tunnels to one port.
  const other = await startServer(t, await Inline.create({}));
  const [second] = (await ask({...other, token: ''}, `/?token=${other.token}`)).headers['set-cookie']!;
  t.not(second!.split('=')[0], name, 'one logs the other not out');
  const both = {cookie: [cookie, second].map(each => each!.split(';')[0]).join('; ')};
  t.deepEqual([(await ask(stranger, '/', {headers: both})).status, (await ask({...other, token: ''}, '/', {headers: both})).status], [200, 200]);

  const linked = await ask(stranger, `/?token=${server.token}`, {headers: {'sec-fetch-site': 'cross-site'}});
  t.is(linked.status, 200, 'browsers give a strict cookie to no redirection that another site began');
  t.regex(linked.text, /http-equiv="refresh"/v);
});

test('a foreign name is refused whatever it brings, and one that is allowed is not', async t => {
  const inline = await makeResults(results);
  const server = await startServer(t, inline, '--allow-host', 'Sweeps.example', '--allow-host', 'proxied.example:443', '--allow-host', 'https://Bücher.example:8443/', '--allow-host', '0:0::9');
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.example#127.0.0.1', '127.0.0.1@evil.example', '10.0.0.1']) {
    t.true([400, 403].includes((await ask(server, '/', {headers: {host}})).status), `${host}`);
  }

  const rest = `Authorization: Bearer ${server.token}\r\nConnection: close\r\n\r\n`;
  for (const head of ['GET / HTTP/1.0\r\n', 'GET / HTTP/1.1\r\nHost:\r\n', 'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n', 'GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\n']) {
    t.regex(await sendRaw(server.port, head + rest), /^HTTP\/1\.1 40[03] /v, `${head}`);
  }

  for (const host of ['localhost', `localhost:${server.port}`, '127.0.0.1:9', `[::1]:${server.port}`, 'LOCALHOST', 'sweeps.example:443', 'proxied.example', 'proxied.example:443', 'xn--bcher-kva.example', '[::9]:80']) {
    t.is((await ask(server, '/', {headers: {host}})).status, 200, `${host}`);
  }

  for (const name of ['', '*.example', 'two names', 'https://sweeps.example/under', 'a@sweeps.example', 'ftp://sweeps.example', '1.2.3.999']) {
    const refused = await inline.ablate('serve', '--port', '0', '--allow-host', name);
    t.is(refused.code, 2);
    t.true(refused.stderr.startsWith(`--allow-host ${name}: expected the name of a machine, or an IP address\n`), `${name}`);
  }
});

test('what listens everywhere is asked under each name and address of the machine, all of which are printed', async t => {
  const inline = await makeResults(results);
  const addresses = Object.values(os.networkInterfaces()).flatMap(each => each ?? []).filter(({internal, family}) => !internal && family === 'IPv4').map(({address}) => address);
  const names = [os.hostname().toLowerCase(), ...addresses];
  for (const everywhere of ['0', '0.0.0.0', '0x0']) {
    const server = await startServer(t, inline, '--host', everywhere);
    for (const host of names) {
      t.is((await ask(server, '/', {headers: {host}})).status, 200, `${host}`);
    }

    t.is((await ask(server, '/', {headers: {host: 'evil.example'}})).status, 403);
    server.kill('SIGTERM');
    const {stdout, stderr} = await server.finished;
    t.deepEqual([...stdout.matchAll(/http:\/\/([^:]+):/gv)].map(([, name]) => name), names);
    t.true(stderr.startsWith(`Whoever reaches 0.0.0.0:${server.port} and has the token`));
  }

  const local = await startServer(t, inline, '--host', '127.1');
  t.is(local.address, `http://127.0.0.1:${local.port}/?token=${local.token}`);
  local.kill('SIGTERM');
  t.is((await local.finished).stderr, '');
  t.regex((await inline.ablate('serve', '--port', '0', '--host', '127.0.0.1:80')).stderr, /^--host 127\.0\.0\.1:80: expected the name of a machine, or an IP address\n/v);
  t.regex((await inline.ablate('serve', '--port', '0', '--host', '')).stderr, /^--host : expected/v);
  // Where there is no IPv6 it is still understood.
  t.regex((await inline.ablate('serve', '--port', '1', '--host', '[2001:db8::1]')).stderr, /^\[2001:db8::1\]:1: the server cannot listen there/v);
});

test('no path leads out of the runs, however it is written', async t => {
  const inline = await makeResults(results);
  await inline.write('secret.txt', 'a secret\n');
  await inline.write('runs/log.txt', 'a secret\n');
  await inline.write(`runs/${ids.one}/log.txt`, 'said by one\n');
  const server = await startServer(t, inline);
  t.deepEqual(JSON.parse((await ask(server, `/logs/${ids.one}`)).text), {text: 'said by one\n', begins: 0, next: 12});
  const ways = ['..', '%2e%2e', '%2E%2E', '..%2f..', '..%2f..%2fsecret.txt', '....//', '%252e%252e', '..%5c..', `${ids.one}%2f..`, `${ids.one}%00`, '.', '%2f', '%2fetc%2fpasswd', '%ff', '%'];
  for (const place of ways.flatMap(way => [`/logs/${way}`, `/logs/${way}/secret.txt`, `/${way}/secret.txt`, `/${way}`])) {
    const {status, text} = await ask(server, place);
    // What only tidies up to `/` is the page.
    t.true([400, 404].includes(status) || text.startsWith('<!doctype html>'), `${place}: ${status}`);
    t.notRegex(text, /a secret|root:/v, `${place}`);
  }
});

test('it only shows: other methods are refused, and headers keep pages and caches out', async t => {
  const server = await startServer(t, await makeResults(results));
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
    const {status, headers} = await ask(server, '/', {method});
    t.deepEqual([status, headers.allow], [405, 'GET, HEAD'], `${method}`);
  }

  const {headers} = await ask(server, '/');
  t.is(headers['cache-control'], 'no-store');
  t.is(headers['x-content-type-options'], 'nosniff');
  t.is(headers['referrer-policy'], 'no-referrer');
  t.is(headers['cross-origin-resource-policy'], 'same-origin');
  t.regex(headers['content-security-policy'] as string, /^default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src(?: 'sha256-\S+'){3}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/v);
  const head = await ask(server, '/events', {method: 'HEAD'});
  t.deepEqual([head.status, head.text], [200, '']);
  t.is((await ask(server, '/favicon.ico')).status, 404);
});

test('the token lies where its owner alone reads it, outlives the server, and can be made anew', async t => {
  const inline = await Inline.create({});
  const first = await startServer(t, inline);
  const file = path.join(inline.folder, 'runs/serve-token');
  t.is((await stat(file)).mode & 0o777, 0o600);
  t.is(await readFile(file, 'utf8'), `${first.token}\n`);
  first.kill('SIGTERM');
  t.is((await first.finished).code, 0);
  const second = await startServer(t, inline);
  t.is(second.token, first.token);
  second.kill('SIGINT');
  t.is((await second.finished).code, 0);
  const third = await startServer(t, inline, '--new-token');
  t.not(third.token, first.token);
  t.is((await ask({...third, token: first.token}, '/')).status, 401);

  const open = await fetch(`http://127.0.0.1:${third.port}/events?since=`, {headers: {authorization: `Bearer ${third.token}`}});
  const anew = await startServer(t, inline, '--new-token');
  await open.text();
  t.is((await ask(third, '/')).status, 401, 'one that runs takes the new one');
  t.is((await ask({...third, token: anew.token}, '/')).status, 200);

  await writeFile(file, 'short\n');
  t.is((await ask({...third, token: anew.token}, '/')).status, 200, 'the last one counts');
  const fourth = await startServer(t, inline);
  t.regex(fourth.token, /^[\w\-]{43}$/v, 'a damaged one is replaced');
});

test('a server ends at once though somebody listens', async t => {
  const server = await startServer(t, await makeResults(results));
  const answer = await fetch(`http://127.0.0.1:${server.port}/events?since=`, {headers: {authorization: `Bearer ${server.token}`}});
  const reader = answer.body!.getReader();
  t.regex(Buffer.from((await reader.read()).value as Uint8Array).toString(), /^event: now\n/v);
  t.deepEqual(['content-type', 'cache-control', 'x-accel-buffering'].map(name => answer.headers.get(name)), ['text/event-stream', 'no-store', 'no']);
  server.kill('SIGTERM');
  t.is((await server.finished).code, 0);
  await t.throwsAsync(async () => {
    for (let isOver = false; !isOver;) {
      isOver = (await reader.read()).done;
    }

    throw new Error('closed');
  });
});

test('where it cannot listen, and what it is not given right, is said', async t => {
  const inline = await Inline.create({});
  const taken = net.createServer();
  await new Promise<void>(resolve => {
    taken.listen(0, '127.0.0.1', resolve);
  });
  t.teardown(() => taken.close());
  const {port} = taken.address() as net.AddressInfo;
  const busy = await inline.ablate('serve', '--port', String(port));
  t.is(busy.code, 2);
  t.is(busy.stderr, `127.0.0.1:${port}: the server cannot listen there (another program listens there)\n→ Another program does, perhaps an \`ablate serve\`. \`--port 0\` takes any port that is free.\n`);
  t.regex((await inline.ablate('serve', '--port', '70000')).stderr, /^--port 70000: expected a number from 0 to 65535/v);
  t.regex((await inline.ablate('serve', '--port', '0', '--host', '192.0.2.1')).stderr, /^192\.0\.2\.1:0: the server cannot listen there \(it is no address of this machine\)/v);
  t.is((await inline.ablate('serve', 'nowhere.yaml', '--port', '0')).code, 2);
});

test('files with mistakes are named as the server begins', async t => {
  const inline = await makeResults(results);
  await inline.write('right.yaml', tinyExperiment);
  await inline.write('wrong.yaml', 'extends: right.yaml\nepochs: many\n');
  const server = await startServer(t, inline, 'wrong.yaml', 'right.yaml');
  server.kill('SIGTERM');
  t.is((await server.finished).stderr, 'Left out because of mistakes, which `ablate validate` tells: wrong.yaml\n');
  const all = await startServer(t, inline);
  all.kill('SIGTERM');
  t.is((await all.finished).stderr, '');
});

test('the page says where runs are paused, and why one failed', async t => {
  const inline = await makeResults(results);
  // It scores them: whoever does that is at work in the folder, and the page would be if it came first.
  t.is((await inline.ablate('board')).code, 0);
  const server = await startServer(t, inline);
  const shown = async () => (await ask(server, '/')).text;
  t.regex(await shown(), /<p id="sign" role="status" data-kind="stopped" [^>]*>Stopped: 1 run waits, 1 failed<\/p>/v);
  t.is((await inline.ablate('pause')).code, 0);
  t.regex(await shown(), /data-kind="paused" [^>]*>Paused<\/p>/v);
  t.regex(await shown(), /<b>begun seed 0<\/b> <span class="small">2 of 7 epochs · paused: <code>ablate resume<\/code> lets it go on/v);
  t.regex(await shown(), /<b>fallen seed 0<\/b> <span class="ended-failed">failed<\/span><\/div><p>gone<\/p>/v);
  t.is((await inline.ablate('resume')).code, 0);
  t.regex(await shown(), /data-kind="stopped"/v);
});

test('a log is read on from where it was left, in whole lines', async t => {
  const inline = await makeResults(results);
  const log = `runs/${ids.one}/log.txt`;
  const server = await startServer(t, inline);
  const read = async (from: number | '') => JSON.parse((await ask(server, `/logs/${ids.one}?from=${from}`)).text) as {text: string; begins: number; next: number};
  t.deepEqual(await read(''), {text: '', begins: 0, next: 0}, 'none yet');
  await inline.write(log, 'first\nhalf a li');
  t.deepEqual(await read(''), {text: 'first\n', begins: 0, next: 6});
  await inline.write(log, 'first\nhalf a line\u{1B}[31m, and ü\n');
  const rest = await read(6);
  t.true(rest.text.startsWith('half a line') && rest.text.endsWith(', and ü\n'));
  t.false(rest.text.includes('\u{1B}'), 'it orders nobody about');
  t.deepEqual(await read(rest.next), {text: '', begins: rest.next, next: rest.next});
  await inline.write(log, 'anew\n');
  t.deepEqual(await read(rest.next), {text: 'anew\n', begins: 0, next: 5}, 'a shorter one is another one');
  await inline.write(log, `${'x'.repeat(99)}\n`.repeat(1000));
  const tail = await read('');
  t.is(tail.next, 100_000);
  t.is(tail.text.length % 100, 0, 'it begins with a line');
  t.true(tail.text.length > 60_000 && tail.text.length < 65_537);
  t.is((await read(0)).text.length, 65_500, 'whole lines');
});
