import process from 'node:process';
import {Worker} from 'node:worker_threads';

// All that a query sorts is in memory, and must not take that of a training.
const mostMemory = 1e9;

// The process of one query. SQLite computes in a thread and hears nobody meanwhile, so that this one looks whether anybody still
// waits for its answer, and how much it takes.
const leave = () => {
  process.kill(process.pid, 'SIGKILL');
};

process.on('disconnect', leave);
setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory) {
    leave();
  }
}, 100).unref();
process.once('message', question => {
  const thread = new Worker(new URL('thread.js', import.meta.url), {workerData: question, resourceLimits: {maxOldGenerationSizeMb: 1024}});
  thread.on('online', () => {
    process.send!('begun');
  });
  thread.on('exit', code => {
    process.exitCode = code;
    process.off('disconnect', leave);
    process.disconnect();
  });
});
