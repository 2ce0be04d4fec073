import {once} from 'node:events';
import net from 'node:net';
import type {ExecutionContext} from 'ava';

/** A way to a server that can die without closing anything, as a tunnel does whose machine sleeps. */
export type StallingProxy = {
  readonly port: number;
  /** From now on nothing passes, on the connections that there are and on new ones, which are taken in still. */
  readonly stall: () => void;
  /** Closes what there is; new connections are taken in, and stall if that is on. */
  readonly cut: () => void;
  readonly heal: () => void;
};

export async function stallingProxy(t: ExecutionContext, to: number): Promise<StallingProxy> {
  let isStalled = false;
  const sockets = new Set<net.Socket>();
  const server = net.createServer(near => {
    const far = net.connect(to, '127.0.0.1');
    join(near, far);
    join(far, near);
  });
  const join = (from: net.Socket, other: net.Socket) => {
    sockets.add(from);
    from.on('data', chunk => {
      if (!isStalled) {
        other.write(chunk);
      }
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      sockets.delete(from);
      other.destroy();
    });
  };

  const cut = () => {
    for (const socket of sockets) {
      socket.destroy();
    }
  };

  t.teardown(() => {
    server.close();
    cut();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as net.AddressInfo).port,
    cut,
    stall() {
      isStalled = true;
    },
    heal() {
      isStalled = false;
      cut();
    },
  };
}
