import {Buffer} from 'node:buffer';
import path from 'node:path';
import fc from 'fast-check';
import {EventLog} from '../../../src/protocol/event-log.js';
import {readEvents} from '../../../src/protocol/read-events.js';
import {attemptOf} from '../../store/fixtures/events.js';
import {damagedBytes} from '../inputs/damaged-bytes.js';
import type {Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';

const right = attemptOf([0.3, 0.4, 0.5]).map(event => JSON.stringify(event));
const oddLines = fc.oneof(
  fc.constantFrom('', 'null', '3', '"x"', '[]', '{}', '\0\0\0', '\u{FEFF}{}', '{"seq":1e400}', '{"type":"__proto__"}'),
  fc.json({maxDepth: 3}),
  fc.tuple(fc.constantFrom(...right), fc.constantFrom('seq', 'at', 'type', 'epoch', 'environment'), fc.jsonValue({maxDepth: 1}))
    .map(([line, key, value]) => JSON.stringify({...JSON.parse(line) as object, [key]: value})),
  fc.integer({min: 1, max: 300_000}).map(length => `{"seq":0,"at":"x","type":"ended","problem":"${'x'.repeat(length)}"}`),
);
const mixed = fc.array(fc.oneof({weight: 3, arbitrary: fc.constantFrom(...right)}, {weight: 1, arbitrary: oddLines}), {maxLength: 12});

/** Files of events: what is read is in order, each number once, and what is appended then is read back. */
export const events: Kind<Uint8Array> = {
  name: 'events',
  tries: 250,
  seconds: 2,
  inputs: fc.oneof(
    damagedBytes([Buffer.from(`${right.join('\n')}\n`)]),
    fc.tuple(mixed, fc.constantFrom('\n', '\r\n', '', '\n{"seq":')).map(([lines, end]) => Buffer.from(lines.join('\n') + end)),
  ),
  async attempt(bytes, folder) {
    await writeFiles(folder, {'events.jsonl': bytes});
    const file = path.join(folder, 'events.jsonl');
    const before = readEvents(file);
    const log = EventLog.open(file);
    const added = log.append({type: 'ended', status: 'interrupted', seconds: 1});
    log.close();
    const {events: after, tornBytes} = readEvents(file);
    const numbers = after.map(({seq}) => seq);
    if (numbers.some((seq, index) => index > 0 && seq <= numbers[index - 1]!)) {
      return `events out of order: ${numbers.join(', ')}`;
    }

    return tornBytes === 0 && JSON.stringify(after) === JSON.stringify([...before.events, added]) ? undefined : 'what was appended is not read back behind what was there';
  },
};
