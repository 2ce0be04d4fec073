import type {Problem} from '../domain/run-event.js';
import type {UserError} from './user-error.js';

/** An error of the catalogue as it is recorded with a run. */
export function toProblem({code, message, hint}: UserError): Problem {
  return {code, message, ...(hint !== undefined && {hint})};
}
