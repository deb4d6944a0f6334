import { format } from 'winston';
import { maskKeys } from './maskKeys';

const MESSAGE = Symbol.for('message');
const SECRET = 'A-_aBc'.repeat(8).slice(0, 43);

it.each([
  [
    'in an address',
    `GET /api/catalog/entities?token=cbk_0123456789ab_${SECRET}&x=1`,
  ],
  ['cut off', `cbk_0123456789ab_${SECRET.slice(0, 20)}`],
])('masks the secret of a key %s, and keeps its id', (_, text) => {
  const line = format.combine(format.json(), maskKeys()).transform({
    ...{ level: 'info', message: text },
    url: text,
  }) as { [MESSAGE]?: string };
  expect(line[MESSAGE]).not.toContain(SECRET.slice(0, 20));
  expect(line[MESSAGE]!.match(/cbk_0123456789ab_\*\*\*/g)).toHaveLength(2);
});
