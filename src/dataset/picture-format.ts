import {Buffer} from 'node:buffer';

export type PictureFormat = 'jpeg' | 'png' | 'webp';

/** What a file's first bytes say that it is, whatever its name says; `undefined` for all but JPEG, PNG and WebP. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12)).toString('latin1');
  if (head.startsWith('\u{FF}\u{D8}\u{FF}')) {
    return 'jpeg';
  }

  if (head.startsWith('\u{89}PNG\r\n\u{1A}\n')) {
    return 'png';
  }

  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'webp' : undefined;
}
