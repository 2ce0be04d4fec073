import {reason} from './reason.js';
import {UserError} from './user-error.js';

/** What can end a training. */
export const trainingErrors = {
  lossNotFinite: (loss: number, where: string) => new UserError(
    'loss-not-finite',
    `the loss became ${Number.isNaN(loss) ? 'NaN' : 'infinite'} in ${where}, so that nothing more could be learned`,
    'Lower optimizer.learning_rate, or check `preprocess`.',
  ),
  outOfMemory: (cause: unknown) => outOfMemory('Lower batch_size or image_size.', cause),
  outOfMemoryUnsplit: (cause: unknown) => outOfMemory(
    'Lower batch_size or image_size: a batch cannot be taken in parts where batch normalisation trains, which looks at all of it.',
    cause,
  ),
  outOfMemoryForOne: (cause: unknown) => outOfMemory('Lower image_size: there is no memory even for one picture at a time, whatever the batch_size.', cause),
};

function outOfMemory(hint: string, cause: unknown): UserError {
  return new UserError('out-of-memory', `TensorFlow could not get the memory it asked for (${reason(cause)})`, hint, cause);
}
