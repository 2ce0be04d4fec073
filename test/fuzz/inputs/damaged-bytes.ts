import {Buffer} from 'node:buffer';
import fc from 'fast-check';

type Damage = (bytes: Buffer) => Buffer;

/** One of the given files, damaged as disks, downloads and people damage files: cut short, overwritten, spliced, emptied. */
export function damagedBytes(originals: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const share = fc.double({min: 0, max: 1, noNaN: true});
  const at = (bytes: Buffer, place: number) => Math.floor(place * bytes.length);
  const damage: fc.Arbitrary<Damage> = fc.oneof(
    {weight: 3, arbitrary: share.map((end): Damage => bytes => bytes.subarray(0, at(bytes, end)))},
    {weight: 6, arbitrary: fc.tuple(share, fc.nat(255)).map(([place, value]): Damage => bytes => overwritten(bytes, at(bytes, place), Buffer.of(value)))},
    {weight: 3, arbitrary: fc.tuple(share, fc.uint8Array({maxLength: 40})).map(([place, part]): Damage => bytes => overwritten(bytes, at(bytes, place), part))},
    {weight: 2, arbitrary: fc.tuple(share, fc.nat(4096), fc.constantFrom(0, 255)).map(([place, length, value]): Damage => bytes =>
      overwritten(bytes, at(bytes, place), Buffer.alloc(length, value)))},
    {weight: 2, arbitrary: fc.tuple(share, fc.uint8Array({maxLength: 40})).map(([place, part]): Damage => bytes =>
      Buffer.concat([bytes.subarray(0, at(bytes, place)), part, bytes.subarray(at(bytes, place))]))},
    {weight: 2, arbitrary: fc.tuple(share, share).map(([start, end]): Damage => bytes =>
      Buffer.concat([bytes.subarray(0, at(bytes, start)), bytes.subarray(at(bytes, end))]))},
  );
  const whole = fc.constantFrom(...originals).map(bytes => Buffer.from(bytes));
  return fc.oneof(
    {weight: 20, arbitrary: fc.tuple(whole, fc.array(damage, {minLength: 1, maxLength: 5})).map(([bytes, damages]) => damages.reduce<Buffer>((left, each) => each(left), bytes))},
    {weight: 1, arbitrary: fc.uint8Array({maxLength: 2000})},
    {weight: 1, arbitrary: fc.tuple(whole, whole, share).map(([one, other, place]) => Buffer.concat([one.subarray(0, at(one, place)), other.subarray(at(other, place))]))},
  );
}

function overwritten(bytes: Buffer, place: number, part: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy.set(part.subarray(0, copy.length - place), place);
  return copy;
}
