import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createAdaptorServer} from '@hono/node-server';
import type {Hono} from 'hono';
import {errors} from '../errors.js';
import {hostName} from './host-name.js';

export type Listening = {
  readonly port: number;
  /** Ends all connections at once. */
  readonly close: () => Promise<void>;
};

/** Begins to listen. Throws a UserError where that cannot be. */
export async function listen(host: string, port: number, app: Hono): Promise<Listening> {
  const server = createAdaptorServer({fetch: async (request, env) => app.fetch(request, env)}) as Server;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    throw errors.cannotListen(`${hostName(host) ?? host}:${port}`, error);
  }

  const {port: taken} = server.address() as AddressInfo;
  return {
    port: taken,
    async close() {
      await new Promise<void>(resolve => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}
