import {Buffer} from 'node:buffer';
import fc from 'fast-check';

type Damage = (bytes: Buffer) => Buffer;

/** One of the given files, damaged as disks, downloads and people damage files: cut short, overwritten, spliced, emptied. */
export function damagedBytes(originals: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const share = fc.double({min: 0, max: 1, noNaN: true});
  const at = (bytes: Buffer, place: number) => Math.floor(place * bytes.length);
  const part = fc.uint8Array({maxLength: 40});
  const kinds: ReadonlyArray<readonly [weight: number, fc.Arbitrary<Damage>]> = [
    [3, share.map((end): Damage => bytes => bytes.subarray(0, at(bytes, end)))],
    [6, fc.tuple(share, fc.nat(255)).map(([place, value]): Damage => bytes => overwritten(bytes, at(bytes, place), Buffer.of(value)))],
    [3, fc.tuple(share, part).map(([place, other]): Damage => bytes => overwritten(bytes, at(bytes, place), other))],
    [2, fc.tuple(share, fc.nat(4096), fc.constantFrom(0, 255)).map(([place, length, value]): Damage => bytes =>
      overwritten(bytes, at(bytes, place), Buffer.alloc(length, value)))],
    [2, fc.tuple(share, part).map(([place, other]): Damage => bytes =>
      Buffer.concat([bytes.subarray(0, at(bytes, place)), other, bytes.subarray(at(bytes, place))]))],
    [2, fc.tuple(share, share).map(([start, end]): Damage => bytes =>
      Buffer.concat([bytes.subarray(0, at(bytes, start)), bytes.subarray(at(bytes, end))]))],
  ];
  const damage = fc.oneof(...kinds.map(([weight, arbitrary]) => ({weight, arbitrary})));
  const whole = fc.constantFrom(...originals).map(bytes => Buffer.from(bytes));
  const damaged = fc.tuple(whole, fc.array(damage, {minLength: 1, maxLength: 5}))
    .map(([bytes, damages]) => damages.reduce<Buffer>((left, each) => each(left), bytes));
  const spliced = fc.tuple(whole, whole, share)
    .map(([one, other, place]) => Buffer.concat([one.subarray(0, at(one, place)), other.subarray(at(other, place))]));
  return fc.oneof<Array<fc.WeightedArbitrary<Uint8Array>>>(
    {weight: 20, arbitrary: damaged},
    {weight: 1, arbitrary: fc.uint8Array({maxLength: 2000})},
    {weight: 1, arbitrary: spliced},
  );
}

function overwritten(bytes: Buffer, place: number, part: Uint8Array): Buffer {
  const copy = Buffer.from(bytes);
  copy.set(part.subarray(0, copy.length - place), place);
  return copy;
}
