import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** What can end a training. */
export const trainingErrors = {
  lossNotFinite: (loss: number, where: string) => new UserError(
    'loss-not-finite',
    `the loss became ${Number.isNaN(loss) ? 'NaN' : 'infinite'} in ${where}, so that nothing more could be learned`,
    'Lower optimizer.learning_rate, or check `preprocess`.',
  ),
  outOfMemory: (cause: unknown) => new UserError(
    'out-of-memory',
    `TensorFlow could not get the memory it asked for (${reason(cause)})`,
    'Lower batch_size or image_size.',
    cause,
  ),
};
