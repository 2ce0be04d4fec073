// TensorFlow's allocators and status codes, CUDA's and its libraries', V8's buffers, the system's.
const memoryWords = [
  'OOM when allocating',
  'RESOURCE_EXHAUSTED',
  'failed to allocate',
  'out of memory',
  'OUT_OF_MEMORY',
  'ALLOC_FAILED',
  'Array buffer allocation failed',
  'Invalid typed array length',
  'bad_alloc',
  'ENOMEM',
  'Cannot allocate memory',
].map(words => words.toLowerCase());

/** Whether something was thrown for want of memory. */
export function isMemoryFailure(thrown: unknown): boolean {
  const message = (thrown instanceof Error ? thrown.message : String(thrown)).toLowerCase();
  return memoryWords.some(words => message.includes(words));
}
