import { createHmac } from 'node:crypto';
import type { StandInRequest } from '../startStandIn';

/** In the order in which they are signed. */
const HEADERS = [
  'content-encoding',
  'content-language',
  'content-length',
  'content-md5',
  'content-type',
  'date',
  'if-modified-since',
  'if-match',
  'if-none-match',
  'if-unmodified-since',
  'range',
];

/** Whether a request is signed with the key of an account, as Azure's Shared Key prescribes. */
export function isSharedKeySigned(
  { method, url, headers }: StandInRequest,
  key: { account: string; key: string },
): boolean {
  const own = Object.keys(headers)
    .filter(name => name.startsWith('x-ms-'))
    .sort()
    .map(name => `${name}:${String(headers[name]).trim()}`);
  const query = [...url.searchParams]
    .map(([name, value]) => `\n${name.toLowerCase()}:${value}`)
    .sort();
  const toSign = [
    method,
    ...HEADERS.map(name => {
      const value = String(headers[name] ?? '');
      return name === 'content-length' && value === '0' ? '' : value;
    }),
    ...own,
    `/${key.account}${url.pathname}${query.join('')}`,
  ].join('\n');
  const signature = createHmac('sha256', Buffer.from(key.key, 'base64'))
    .update(toSign)
    .digest('base64');
  return headers.authorization === `SharedKey ${key.account}:${signature}`;
}
