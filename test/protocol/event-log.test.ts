import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import type {RunEvent, RunEventBody} from '../../src/domain/run-event.js';
import {EventLog} from '../../src/protocol/event-log.js';
import {createFolder} from '../worker/tiny-run.js';

const body: RunEventBody = {type: 'ended', status: 'done', seconds: 1};
const parse = (file: string) => readFileSync(file, 'utf8').split('\n').map(line => line === '' ? undefined : JSON.parse(line) as RunEvent);

test('events are numbered from 0, carry their time and end in a newline', async t => {
  const file = path.join(await createFolder(t), 'events.jsonl');
  const log = EventLog.open(file);
  const events = [log.append(body), log.append({...body, seconds: 2})];
  log.close();
  t.deepEqual(events.map(event => event.seq), [0, 1]);
  t.is(new Date(events[0]!.at).toISOString(), events[0]!.at);
  t.deepEqual(parse(file), [...events, undefined]);
});

test('an event is on disk when append returns', async t => {
  const file = path.join(await createFolder(t), 'events.jsonl');
  const event = EventLog.open(file).append(body);
  t.deepEqual(parse(file), [event, undefined]);
});

test('a log that is opened again counts on', async t => {
  const file = path.join(await createFolder(t), 'events.jsonl');
  EventLog.open(file).append(body);
  t.is(EventLog.open(file).append(body).seq, 1);
  t.is(parse(file).length, 3);
});

test('a last line without its end is taken away, also where it is the only one', async t => {
  const file = path.join(await createFolder(t), 'events.jsonl');
  writeFileSync(file, '{"seq":0}\n{"seq":1,"type":"epo');
  t.is(EventLog.open(file).append(body).seq, 1);
  t.deepEqual(parse(file).map(event => event?.seq), [0, 1, undefined]);
  writeFileSync(file, '{"se');
  t.is(EventLog.open(file).append(body).seq, 0);
  t.deepEqual(parse(file).map(event => event?.seq), [0, undefined]);
});
