import type { IncomingMessage } from 'node:http';
import { UnsecuredJWT } from 'jose';
import { callerOf } from './callerOf';

const of = (headers: Record<string, string>) =>
  callerOf({ headers } as unknown as IncomingMessage);
const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (typ: string, claims: object = {}) =>
  `${part({ typ, alg: 'ES256' })}.${part(claims)}.c2ln`;

const person = token('vnd.backstage.user', { sub: 'user:default/mel' });
const limited = token('vnd.backstage.limited-user');

it.each([
  ['a person', person, { kind: 'holder', token: person }],
  ['a plugin', token('vnd.backstage.plugin'), { kind: 'plugin' }],
  [
    'a plugin for a person',
    token('vnd.backstage.plugin', { obo: limited }),
    { kind: 'holder', token: limited },
  ],
  ['an external service', 'static', { kind: 'holder', token: 'static' }],
  [
    'a token without a type',
    new UnsecuredJWT({}).encode(),
    { kind: 'holder', token: new UnsecuredJWT({}).encode() },
  ],
])('knows %s', (_, given, expected) => {
  expect(of({ authorization: `Bearer ${given}` })).toEqual(expected);
});

it('reads the cookie that stands for a person in what a page loads', () => {
  expect(of({ cookie: `a=b; backstage-auth=${limited}; c=d` })).toEqual({
    kind: 'holder',
    token: limited,
  });
});

it.each([{}, { authorization: 'Basic YTpi' }, { cookie: 'other=1' }])(
  'knows nobody: %p',
  headers => {
    expect(of(headers as Record<string, string>)).toEqual({ kind: 'nobody' });
  },
);
