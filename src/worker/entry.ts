import process from 'node:process';
import type {Engine} from '../domain/device.js';
import {loadEngine} from '../engine/load-engine.js';
import {isNoRoom, whenThereIsRoom} from '../files/when-there-is-room.js';
import {EventLog} from '../protocol/event-log.js';
import type {HostMessage, RunOrder} from '../protocol/messages.js';
import {RunFolder} from '../protocol/run-folder.js';
import {executeRun} from './execute-run.js';
import {HostChannel} from './host-channel.js';
import type {Room} from './room.js';
import {throttleProgress} from './throttle-progress.js';

// The child process that trains one run. Its host forks it, sends an order, and reads what it writes to the run's folder.
const stop = new AbortController();
let busy = false;
let warmth: Promise<void> = Promise.resolve();

process.on('message', (message: HostMessage) => {
  if (message.type === 'stop') {
    stop.abort();
  } else if (message.type === 'warm') {
    warmth = warmUp(message.engine);
  } else if (!busy) {
    busy = true;
    void carryOut(message.order);
  }
});

// What is printed goes to a file, whose disk may be full: a lost line must not end the run.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => undefined);
}

const host = new HostChannel();
// Whatever waits for a file or a lock says so; a step that takes long blocks this too.
setInterval(() => {
  host.send({type: 'alive'});
}, 5000).unref();

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

/**
Exits with 0 once the run's end is on record, whatever it was; where not even that could be written, with 1 if a stop came while the
disk was full, else with 70.
*/
async function carryOut(order: RunOrder): Promise<void> {
  const room: Room = async (work, bytes) => whenThereIsRoom(work, {
    bytes,
    signal: stop.signal,
    onWait() {
      host.send({type: 'waiting', bytes});
    },
  });
  let code = 0;
  await warmth;
  try {
    const events = await room(() => EventLog.open(RunFolder.at(order.folder).events));
    await executeRun(order, {
      async emit(body) {
        const event = await room(() => events.append(body));
        host.send({type: 'event', event});
      },
      room,
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
    process.stderr.write(`${isNoRoom(error) ? (error as Error).message : (error as Error).stack ?? String(error)}\n`);
    code = isNoRoom(error) ? 1 : 70;
  }

  await host.flush();
  process.exit(code);
}

/** Loads TensorFlow, unless that would take memory on a GPU which the run before may still be using. What goes wrong shows again with the order. */
async function warmUp(engine: Engine): Promise<void> {
  if (process.env.CUDA_VISIBLE_DEVICES === '-1' || !engine.cuda) {
    await loadEngine(engine).catch(() => undefined);
  }
}

function exitWhenIdle(): void {
  if (!busy) {
    process.exit(0);
  }
}
