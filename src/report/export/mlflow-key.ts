import {createHash} from 'node:crypto';

// Bytes of UTF-8: a file's name has at most 255, and is longer while it is written.
const longest = 200;

/**
A name of a parameter as MLflow's file store takes it, where it is the name of a file: classes are called as somebody's photos are. What it does
not take stands by its number in Unicode, `/` as `_x2F_`, so that two names stay two.
*/
export function mlflowKey(name: string): string {
  const key = name
    .replaceAll(/_(?=x[\dA-F]+_)/gv, encoded)
    .replaceAll(/[^\p{L}\p{N}_.\- ]/gv, encoded);
  return new TextEncoder().encode(key).length > longest ? shortened(key) : key;
}

function encoded(character: string): string {
  return `_x${character.codePointAt(0)!.toString(16).toUpperCase()}_`;
}

function shortened(key: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 16);
  const bytes = new TextEncoder().encode(key).subarray(0, longest - digest.length - 4);
  // A letter that was cut is one character that is no letter.
  return `${new TextDecoder().decode(bytes).replace(/\uFFFD$/v, '')}-${digest}`;
}
