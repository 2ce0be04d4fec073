import {type ChildProcess, fork} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {PhotoAnswer} from '../../domain/photo-answer.js';
import {errors, UserError, type ErrorCode} from '../../errors.js';
import type {PredictMessage} from '../../protocol/predict-messages.js';
import type {OrderedPrediction} from './order-prediction.js';

const entry = fileURLToPath(new URL('../../worker/predict-entry.js', import.meta.url));

/** What a run's network says of photos, in their order, from a process of its own, where TensorFlow may crash. Throws a UserError where it does. */
export async function askNetwork({order, environment}: OrderedPrediction, onProgress: (done: number) => void): Promise<readonly PhotoAnswer[]> {
  const child = fork(entry, {
    env: {...process.env, ...environment},
    execArgv: [],
    serialization: 'advanced',
    // What TensorFlow has to say is for people, and no part of the answer.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const answers: PhotoAnswer[] = [];
  let failure: Extract<PredictMessage, {type: 'failed'}> | undefined;
  child.on('message', message => {
    const told = message as PredictMessage;
    if (told.type === 'failed') {
      failure = told;
    } else {
      answers.push(...told.answers);
      onProgress(answers.length);
    }
  });
  // It may be gone before it hears, which its end tells.
  child.send(order, () => undefined);
  const how = await endOf(child);
  if (failure) {
    throw toError(failure);
  }

  if (answers.length < order.photos.length) {
    throw errors.predictionDied(how);
  }

  return answers;
}

/** Once all its messages are here. */
async function endOf(child: ChildProcess): Promise<string> {
  try {
    const [[code, signal]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')]) as [[number | null, string | null], unknown];
    return `was ended by ${signal ?? `exit code ${code}`}`;
  } catch (error) {
    return `could not be started (${(error as Error).message})`;
  }
}

function toError({problem: {code, message, hint}, stack}: Extract<PredictMessage, {type: 'failed'}>): Error {
  return stack === undefined ? new UserError(code as ErrorCode, message, hint) : Object.assign(new Error(message), {stack});
}
