import {randomInt} from 'node:crypto';
import {once} from 'node:events';
import net from 'node:net';

/** A free port that no system gives to whoever takes any, so that a server can leave it and come back. */
export async function lastingPort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const server = net.createServer();
    const isFree = await new Promise<boolean>(resolve => {
      server.once('error', () => {
        resolve(false);
      });
      server.listen(port, '127.0.0.1', () => {
        resolve(true);
      });
    });
    if (isFree) {
      server.close();
      await once(server, 'close');
      return port;
    }
  }
}
