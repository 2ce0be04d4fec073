// `npm run conformance`: compares ablate with a real Keras, and prints what differs by how much. A virtual environment with Keras
// is made in the cache at the first call. Arguments: subjects to compare alone; `--record` keeps Keras' answers for `npm test`.
import {runBesideKeras} from './keras/run-beside-keras.js';

await runBesideKeras('build/test/conformance/main.js');
