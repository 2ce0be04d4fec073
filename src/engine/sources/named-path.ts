import path from 'node:path';
import {inspectTensorFlow} from '../tensorflow-folder.js';
import type {EngineSource} from './source.js';

/** The TensorFlow in the folder that the user names with `ABLATE_TENSORFLOW`, used in place. */
export const namedPath: EngineSource = {
  name: 'ABLATE_TENSORFLOW',
  async take({env}) {
    const named = path.resolve(env.ABLATE_TENSORFLOW ?? '');
    return inspectTensorFlow(named, `the folder that ABLATE_TENSORFLOW names, ${named}`);
  },
};
