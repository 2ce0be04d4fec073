import process from 'node:process';
import {EventLog} from '../protocol/event-log.js';
import type {HostMessage, RunOrder} from '../protocol/messages.js';
import {RunFolder} from '../protocol/run-folder.js';
import {executeRun} from './execute-run.js';
import {HostChannel} from './host-channel.js';
import {throttleProgress} from './throttle-progress.js';

// The child process that trains one run. Its host forks it, sends an order, and reads what it writes to the run's folder.
const stop = new AbortController();
let busy = false;

process.on('message', (message: HostMessage) => {
  if (message.type === 'stop') {
    stop.abort();
  } else if (!busy) {
    busy = true;
    void carryOut(message.order);
  }
});

// A terminal sends these to the whole group of processes: what becomes of the run is the host's to decide.
for (const signal of ['SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => undefined);
}

process.on('SIGTERM', () => {
  stop.abort();
  exitWhenIdle();
});

process.on('disconnect', () => {
  stop.abort();
  exitWhenIdle();
});

/** Exits with 0 once the run's end is on record, whatever it was, and with 70 where not even that could be written. */
async function carryOut(order: RunOrder): Promise<void> {
  const host = new HostChannel();
  let code = 0;
  try {
    const events = EventLog.open(RunFolder.at(order.folder).events);
    await executeRun(order, {
      emit(body) {
        host.send({type: 'event', event: events.append(body)});
      },
      onProgress: throttleProgress(progress => {
        host.send({type: 'progress', progress});
      }),
      onProfile(profile) {
        host.send({type: 'profile', profile});
      },
      log(line) {
        process.stdout.write(`${line}\n`);
      },
      signal: stop.signal,
    });
    events.close();
  } catch (error) {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`);
    code = 70;
  }

  await host.flush();
  process.exit(code);
}

function exitWhenIdle(): void {
  if (!busy) {
    process.exit(0);
  }
}
