import { ConfigReader } from '@backstage/config';
import { templateKeyRow } from './templateKeyRow';

const key = 'ab'.repeat(32);
const row = (client: string, templates = {}) =>
  templateKeyRow({
    config: new ConfigReader({
      backend: { database: { client } },
      callboard: { templates },
    }),
    data: '/srv/portal',
  });

it('warns where replicas may have keys of their own, and tells which is theirs', () => {
  expect(row('pg')).toMatchObject({
    status: 'warn',
    cause: expect.stringContaining('/srv/portal'),
    remedy: expect.stringContaining('callboard.templates.key'),
  });
});

it.each([
  ['one process on SQLite', 'better-sqlite3', {}],
  ['a shared key', 'pg', { key }],
])(
  'has nothing to say of %s, and never shows a key',
  (_, client, templates) => {
    const found = row(client, templates);
    expect(found).toMatchObject({ status: 'pass', remedy: '' });
    expect(JSON.stringify(found)).not.toContain(key);
  },
);
