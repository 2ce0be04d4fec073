import process from 'node:process';
import type {PredictMessage, PredictOrder} from '../protocol/predict-messages.js';
import {explainFailure} from './explain-failure.js';
import {answerPhotos} from './answer-photos.js';

// The child process that answers photos with one run's network. Its host forks it, sends an order, and reads its answers.
process.once('message', order => {
  void carryOut(order as PredictOrder);
});

// Nobody is left who wants the answers.
process.once('disconnect', () => {
  process.exit(0);
});

async function carryOut(order: PredictOrder): Promise<void> {
  try {
    for await (const answers of answerPhotos(order)) {
      await send({type: 'answers', answers});
    }
  } catch (error) {
    const {problem} = explainFailure(order.runId, error);
    await send({type: 'failed', problem, ...problem.code === 'internal' && {stack: (error as Error).stack}});
  }

  process.exit(0);
}

/** Waits until the message has left: the host reads as quickly as photos are answered. */
async function send(message: PredictMessage): Promise<void> {
  await new Promise<void>(resolve => {
    process.send!(message, undefined, undefined, () => {
      resolve();
    });
  });
}
