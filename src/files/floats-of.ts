/** Little-endian float32 numbers of bytes, as files and the database hold them, in memory of their own. */
export function floatsOf(bytes: Uint8Array): Float32Array {
  // A copy: what is part of a larger piece may begin where numbers must not.
  return new Float32Array(Uint8Array.from(bytes).buffer);
}
