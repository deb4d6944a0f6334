import { ConfigReader } from '@backstage/config';
import { allowedLoopback } from './allowedLoopback';

const allowed = (config: object, env = {}) =>
  allowedLoopback({ config: new ConfigReader(config as any), env });
const reading = (...hosts: string[]) =>
  allowed({ backend: { reading: { allow: hosts.map(host => ({ host })) } } });

it('allows nothing by default', () => {
  expect(allowed({})('localhost', 80)).toBe(false);
  expect(allowed({})('127.0.0.1', 80)).toBe(false);
});

it('allows the exact host and port of backend.reading.allow', () => {
  const may = reading('localhost:3000', '127.0.0.2', '127.0.0.3:8000-8010');
  expect(may('localhost', 3000)).toBe(true);
  expect(may('LOCALHOST', 3000)).toBe(true);
  expect(may('localhost', 3001)).toBe(false);
  expect(may('127.0.0.1', 3000)).toBe(false);
  expect(may('127.0.0.2', 443)).toBe(true);
  expect(may('127.0.0.2', 8080)).toBe(false);
  expect(may('127.0.0.3', 8010)).toBe(true);
  expect(may('127.0.0.3', 8011)).toBe(false);
  expect(may('127.0.0.3', 80)).toBe(false);
});

it('never allows another name for this machine', () => {
  expect(reading('internal.example')('internal.example', 80)).toBe(false);
  expect(reading('*.localhost')('a.localhost', 80)).toBe(false);
});

it('allows the hosts and URLs of integrations', () => {
  const may = allowed({
    integrations: {
      github: [
        { host: 'ghe.example', apiBaseUrl: 'http://localhost:4000/api/v3' },
      ],
      gitlab: [{ host: '127.0.0.1:4001' }],
      gitea: [{ host: 'x', baseUrl: 'http://[::1]:4002' }],
      awsS3: [{ endpoint: 'https://localhost' }],
    },
  });
  expect(may('localhost', 4000)).toBe(true);
  expect(may('127.0.0.1', 4001)).toBe(true);
  expect(may('::1', 4002)).toBe(true);
  expect(may('localhost', 443)).toBe(true);
  expect(may('localhost', 80)).toBe(false);
  expect(may('127.0.0.1', 4000)).toBe(false);
});

it('allows those of connections', () => {
  const may = allowed({
    connections: [
      {
        type: 'github',
        host: 'localhost:4000',
        apiBaseUrl: 'http://localhost:4001/api/v3',
        auth: [{ method: 'none' }],
      },
    ],
  });
  expect(may('localhost', 4000)).toBe(true);
  expect(may('localhost', 4001)).toBe(true);
  expect(may('localhost', 4002)).toBe(false);
});

it('allows the proxy of the environment', () => {
  const may = allowed({}, { HTTPS_PROXY: 'http://user:pw@localhost:3128' });
  expect(may('localhost', 3128)).toBe(true);
  expect(may('localhost', 3129)).toBe(false);
});
