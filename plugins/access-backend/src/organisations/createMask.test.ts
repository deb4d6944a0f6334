import { ConfigReader } from '@backstage/config';
import { createMask } from './createMask';

const mask = createMask({
  config: new ConfigReader({
    catalog: {
      providers: {
        ldapOrg: {
          default: { bind: { dn: 'cn=admin', secret: 'hunter2-and-more' } },
        },
        other: [{ apiToken: 'hunter2' }, { secret: 'x' }],
      },
    },
    integrations: { gitlab: [{ host: 'gitlab.test', token: 'glpat-1' }] },
  }),
});

it.each([
  ['bind as cn=admin with hunter2-and-more', 'bind as cn=admin with ***'],
  ['hunter2, glpat-1', '***, ***'],
  ['GET https://me:pass@host/x failed', 'GET https://***@host/x failed'],
  ['authorization: Bearer abc.def-1', 'authorization: Bearer ***'],
  ['x marks nothing', 'x marks nothing'],
])('masks %s', (text, masked) => {
  expect(mask(text)).toBe(masked);
});
