import net from 'node:net';

/** A TCP proxy that a test can make unreachable. */
export type TestProxy = {
  host: string;
  port: number;
  /** Cuts all connections and refuses new ones. */
  cut(): void;
  /** Lets connections through again. */
  mend(): void;
  stop(): Promise<void>;
};

export async function startProxy(target: {
  host: string;
  port: number;
}): Promise<TestProxy> {
  const sockets = new Set<net.Socket>();
  let isCut = false;
  const server = net.createServer(client => {
    if (isCut) {
      client.destroy();
      return;
    }
    const upstream = net.connect(target);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ]) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    isCut = true;
    sockets.forEach(socket => socket.destroy());
  };
  return {
    host: '127.0.0.1',
    port: (server.address() as net.AddressInfo).port,
    cut,
    mend() {
      isCut = false;
    },
    async stop() {
      cut();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
