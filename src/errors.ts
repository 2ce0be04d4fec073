import {commandErrors} from './errors/command-errors.js';
import {datasetErrors} from './errors/dataset-errors.js';
import {engineErrors} from './errors/engine-errors.js';
import {experimentErrors} from './errors/experiment-errors.js';
import {modelErrors} from './errors/model-errors.js';
import {predictErrors} from './errors/predict-errors.js';
import {resultErrors} from './errors/result-errors.js';
import {runErrors} from './errors/run-errors.js';
import {trainingErrors} from './errors/training-errors.js';
import {weightsErrors} from './errors/weights-errors.js';

export {printable, printableLine} from './errors/printable.js';
export {reason} from './errors/reason.js';
export {toProblem} from './errors/to-problem.js';
export {errorCodes, UserError, type ErrorCode} from './errors/user-error.js';

/** The catalogue: what ablate can tell a user, one factory a code, in the order of the stages. */
export const errors = {
  ...experimentErrors,
  ...datasetErrors,
  ...weightsErrors,
  ...engineErrors,
  ...modelErrors,
  ...trainingErrors,
  ...runErrors,
  ...resultErrors,
  ...predictErrors,
  ...commandErrors,
};
