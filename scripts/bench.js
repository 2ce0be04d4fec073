// `npm run bench`: measures ablate and a real Keras side by side. A virtual environment with Keras is made in the cache at the
// first call. `npm run bench -- --help` says which measures there are and what they take.
import {runBesideKeras} from './keras/run-beside-keras.js';

await runBesideKeras('build/bench/main.js');
