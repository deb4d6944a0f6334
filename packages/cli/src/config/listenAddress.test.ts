import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { listenAddress } from './listenAddress';

const addressOf = (data: JsonObject) =>
  listenAddress({ config: new ConfigReader(data), port: 7007 });

it.each<[JsonObject, { host: string; port: number }]>([
  [{}, { host: '0.0.0.0', port: 7007 }],
  [
    { backend: { listen: { host: '127.0.0.1' } } },
    { host: '127.0.0.1', port: 7007 },
  ],
  [{ backend: { listen: { port: 7099 } } }, { host: '0.0.0.0', port: 7099 }],
  [{ backend: { listen: { port: '7099' } } }, { host: '0.0.0.0', port: 7099 }],
])(
  'is what the configuration says, else the port of the environment: %j',
  (data, address) => {
    expect(addressOf(data)).toEqual(address);
  },
);

it.each<JsonObject>([
  { backend: 'nonsense' },
  { backend: { listen: true } },
  { backend: { listen: { host: 1, port: 'many' } } },
  { backend: { listen: { host: null, port: true } } },
  { backend: { listen: { port: [7099] } } },
  { backend: { listen: { port: '' } } },
])('leaves what is no address to the schema: %j', data => {
  expect(addressOf(data)).toEqual({ host: '0.0.0.0', port: 7007 });
});
