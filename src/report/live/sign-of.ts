import type {NowData} from './now-data.js';

/** What the sign says of a folder, for the eye and for who is read aloud to; its kind gives the colour. */
export function signOf(now: NowData): {readonly text: string; readonly kind: NowData['state']} {
  return {text: textOf(now), kind: now.state};
}

function textOf({state, waiting, failed}: NowData): string {
  const failures = failed.filter(({status}) => status !== 'cancelled').length;
  const lost = `${failures} failed`;
  switch (state) {
    case 'empty': {
      return 'Nothing trained yet';
    }

    case 'live': {
      return 'Live';
    }

    case 'paused': {
      return 'Paused';
    }

    case 'done': {
      return 'All done';
    }

    case 'failed': {
      return lost;
    }

    case 'stopped': {
      return `Stopped: ${waiting.length} ${waiting.length === 1 ? 'run waits' : 'runs wait'}${failures === 0 ? '' : `, ${lost}`}`;
    }
  }
}
