// eslint-disable-next-line @typescript-eslint/no-require-imports -- see below
import tf = require('@tensorflow/tfjs');

/**
tfjs, whose backend `loadEngine` replaces. It is asked for as CommonJS: imported as a module, Node goes through all of its text for the names in
it, which takes twice as long as loading it.
*/
export default tf;
