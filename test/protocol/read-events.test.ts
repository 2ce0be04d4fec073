import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import type {EndStatus, RunEventBody} from '../../src/domain/run-event.js';
import {EventLog} from '../../src/protocol/event-log.js';
import {readEvents} from '../../src/protocol/read-events.js';

function eventsFile(content?: string): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'ablate-events-')), 'events.jsonl');
  if (content !== undefined) {
    fs.writeFileSync(file, content);
  }

  return file;
}

function line(seq: number): string {
  return `{"seq":${seq},"at":"2024-05-01T00:00:00.000Z","type":"ended","status":"done","seconds":1}\n`;
}

function ending(status: EndStatus): RunEventBody {
  return {type: 'ended', status, seconds: 1};
}

test('a file that does not exist holds no events', t => {
  t.deepEqual(readEvents(eventsFile()), {events: [], damaged: [], holes: [], nextSeq: 0, wholeBytes: 0, tornBytes: 0});
});

test('what is appended is read back in order', t => {
  const file = eventsFile();
  const log = EventLog.open(file);
  const written = [log.append(ending('failed')), log.append(ending('done'))];
  log.close();
  t.deepEqual(written.map(({seq}) => seq), [0, 1]);
  t.deepEqual([...readEvents(file).events], written);
});

test('a torn last line is left out wherever it was torn, and cut off before the next event', t => {
  const second = line(1);
  for (let length = 1; length < second.length; length++) {
    const file = eventsFile(line(0) + second.slice(0, length));
    t.like(readEvents(file), {events: {length: 1}, damaged: {length: 0}, nextSeq: 1, tornBytes: length});
    const log = EventLog.open(file);
    log.append(ending('done'));
    log.close();
    t.like(readEvents(file), {events: {length: 2}, damaged: {length: 0}, tornBytes: 0});
  }
});

test('a damaged line is a hole until an attempt begins anew behind it', t => {
  const begun = (seq: number, resumed = '') => `{"seq":${seq},"at":"2024-05-01T00:00:00.000Z","type":"started","attempt":1,"environment":{"ablate":"","node":"","platform":"","engine":"","device":"","threads":1}${resumed}}\n`;
  const goesOn = ',"resumed":{"epoch":2,"step":0,"seconds":1}';
  t.is(readEvents(eventsFile(`${begun(0)}damaged\n${line(2)}`)).holes.length, 1);
  t.is(readEvents(eventsFile(`${begun(0)}damaged\n${begun(2, goesOn)}${line(3)}`)).holes.length, 1);
  t.is(readEvents(eventsFile(`${begun(0)}damaged\n${begun(2)}${line(3)}`)).holes.length, 0);
});

test('damaged lines in the middle are reported and the others read', t => {
  const {events, damaged, nextSeq} = readEvents(eventsFile([
    line(0), '\0\0\0\n', '{"seq":2}\n', 'null\n', line(4), line(4), '{"seq":-1,"at":"2024","type":"ended"}\n', line(7),
  ].join('')));
  t.deepEqual(events.map(({seq}) => seq), [0, 4, 7]);
  t.deepEqual([...damaged], [
    {line: 2, reason: 'not JSON'},
    {line: 3, reason: 'not an event'},
    {line: 4, reason: 'not an event'},
    {line: 6, reason: 'expected a seq of 5 or more, got 4'},
    {line: 7, reason: 'expected a seq of 5 or more, got -1'},
  ]);
  t.is(nextSeq, 8);
});

test('a damaged last line keeps its number', t => {
  t.is(readEvents(eventsFile(`${line(0)}garbage\n`)).nextSeq, 2);
});

test('a pipe in their place is refused, and so are more bytes than any run has', t => {
  const huge = eventsFile('');
  fs.truncateSync(huge, (2 ** 28) + 1);
  t.throws(() => readEvents(huge), {code: 'EFBIG'});
  const pipe = eventsFile();
  execFileSync('mkfifo', [pipe]);
  t.throws(() => readEvents(pipe), {code: 'ENOTFILE'});
});
