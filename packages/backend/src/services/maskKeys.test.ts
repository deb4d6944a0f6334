import { format } from 'winston';
import { maskKeys } from './maskKeys';

const MESSAGE = Symbol.for('message');
const SECRET = 'A-_aBc'.repeat(8).slice(0, 43);

it.each([
  [
    'in an address',
    `GET /api/catalog/entities?token=cbk_0123456789ab_${SECRET}&x=1`,
  ],
  [
    'after a space of an address',
    `GET /x?a=Bearer%20cbk_0123456789ab_${SECRET}`,
  ],
  ['after a sign of an address', `GET /x?a=k%3Dcbk_0123456789ab_${SECRET}`],
  ['encoded', `GET /x?a=cbk%5f0123456789ab%5F${SECRET.replace('-', '%2D')}`],
  ['on a line of its own, as JSON has it', `a\ncbk_0123456789ab_${SECRET}`],
  ['cut off', `cbk_0123456789ab_${SECRET.slice(0, 20)}`],
])('masks the secret of a key %s, and keeps its id', (_, text) => {
  const line = format.combine(format.json(), maskKeys()).transform({
    ...{ level: 'info', message: text },
    url: text,
  }) as { [MESSAGE]?: string };
  expect(line[MESSAGE]).not.toContain(SECRET.slice(3, 20));
  expect(line[MESSAGE]!.match(/cbk_0123456789ab_\*\*\*/g)).toHaveLength(2);
});
