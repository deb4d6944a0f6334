import { type Server, type Socket, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { AddressRefusedError } from './AddressRefusedError';
import {
  type LookupAll,
  createGuardedConnector,
} from './createGuardedConnector';

describe('createGuardedConnector', () => {
  let server: Server;
  let port: string;
  let dialled: string[];

  beforeAll(async () => {
    server = createServer(socket => {
      dialled.push(socket.localAddress ?? '');
      socket.on('error', () => {}).end();
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
  });
  beforeEach(() => {
    dialled = [];
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));

  /** Answers each look-up with the next list of addresses. */
  const resolving = (...answers: string[][]) =>
    jest.fn<void, Parameters<LookupAll>>((_hostname, _options, callback) =>
      callback(
        null,
        (answers.shift() ?? []).map(address => ({
          address,
          family: address.includes(':') ? 6 : 4,
        })),
      ),
    );

  const connect = (
    connector: ReturnType<typeof createGuardedConnector>,
    hostname: string,
    host = `${hostname}:${port}`,
  ) =>
    new Promise<Socket>((resolve, reject) =>
      connector({ hostname, host, protocol: 'http:', port }, (error, socket) =>
        error ? reject(error) : resolve(socket),
      ),
    );

  const noHosts = new Set<string>();

  it.each([
    ['127.0.0.1', 'a loopback address'],
    ['::ffff:127.0.0.1', 'the same in IPv6 clothes'],
    ['::ffff:7f00:1', 'the same in hexadecimal'],
  ])('never dials %s, %s', async hostname => {
    const lookup = resolving();
    const connector = createGuardedConnector({ allowedHosts: noHosts, lookup });

    await expect(connect(connector, hostname)).rejects.toThrow(
      AddressRefusedError,
    );
    expect(dialled).toEqual([]);
  });

  it.each([
    [['127.0.0.1']],
    [['8.8.8.8', '127.0.0.1']],
    [['::1']],
    [['169.254.169.254']],
    [[]],
  ])('never dials a name that resolves to %j', async addresses => {
    const connector = createGuardedConnector({
      allowedHosts: noHosts,
      lookup: resolving(addresses),
    });

    await expect(connect(connector, 'pictures.example')).rejects.toThrow(
      'the host pictures.example has no public address',
    );
    expect(dialled).toEqual([]);
  });

  it('dials the address that it checked, though the next look-up would differ', async () => {
    const lookup = resolving(['127.0.0.1'], ['127.0.0.2']);
    const connector = createGuardedConnector({
      allowedHosts: noHosts,
      lookup,
      // Of the two addresses that a test can dial, one plays the public part.
      isPublic: address => address === '127.0.0.1',
    });

    (await connect(connector, 'rebinding.example')).destroy();
    expect(lookup).toHaveBeenCalledTimes(1);

    await expect(connect(connector, 'rebinding.example')).rejects.toThrow(
      AddressRefusedError,
    );
    expect(dialled).toEqual(['127.0.0.1']);
  });

  it('dials an allowed host wherever it is, on that port alone', async () => {
    const connector = createGuardedConnector({
      allowedHosts: new Set([`github.example:${port}`]),
      lookup: resolving(['127.0.0.1'], ['127.0.0.1']),
    });

    (await connect(connector, 'github.example')).destroy();
    expect(dialled).toEqual(['127.0.0.1']);

    await expect(
      connect(connector, 'github.example', 'github.example'),
    ).rejects.toThrow(AddressRefusedError);
    expect(dialled).toEqual(['127.0.0.1']);
  });

  it('passes on that a name does not resolve', async () => {
    const connector = createGuardedConnector({
      allowedHosts: noHosts,
      lookup: (_hostname, _options, callback) =>
        callback(
          Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }),
          [],
        ),
    });

    await expect(connect(connector, 'nowhere.example')).rejects.toThrow(
      'no such name',
    );
  });
});
