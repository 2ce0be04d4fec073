import {Buffer} from 'node:buffer';
import test from 'ava';
import {packCheckpoint, unpackCheckpoint} from '../../../src/worker/checkpoint/checkpoint-layout.js';

const content = {
  facts: {name: 'ä', sum: 0.1 + 0.2, tiny: 5e-324},
  arrays: [Float32Array.of(1.5, -0, Number.NaN, 1e-45), new Float32Array(0), Float32Array.of(0.1).subarray(0, 1)],
};

async function bytesOf(): Promise<Buffer> {
  return Buffer.concat(await packCheckpoint(content));
}

test('what was packed comes back to the bit', async t => {
  const {facts, arrays} = unpackCheckpoint<typeof content.facts>(await bytesOf());
  t.deepEqual(facts, content.facts);
  t.deepEqual(arrays.map(array => [...array].map(value => Object.is(value, -0) ? '-0' : String(value))), [['1.5', '-0', 'NaN', String(Math.fround(1e-45))], [], [String(Math.fround(0.1))]]);
});

test('one bit, and the end, are missed wherever they were lost', async t => {
  const whole = await bytesOf();
  for (let place = 0; place < whole.length; place++) {
    const bytes = Buffer.from(whole);
    bytes[place]! ^= 4;
    const isLength = place >= 12 && place < 16;
    t.throws(() => unpackCheckpoint(bytes), isLength ? undefined : {message: /damaged|does not begin|has layout/v}, `byte ${place}`);
  }

  for (let length = 0; length < whole.length; length++) {
    t.throws(() => unpackCheckpoint(whole.subarray(0, length)), {message: /damaged|does not begin/v}, `${length} bytes`);
  }
});

test('a later layout is told as such', async t => {
  const bytes = await bytesOf();
  bytes.writeUInt32LE(2, 8);
  t.throws(() => unpackCheckpoint(bytes), {message: 'has layout 2, and this ablate reads 1'});
});
