import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { canonicalSignature, ORDERS } from './canonicalSignature';
import { createRevocations, STALE_AFTER_MS } from './createRevocations';
import { readUserToken } from './readUserToken';

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: object) => `${part({ alg: 'ES256' })}.${part(claims)}.s`;
const times = { iat: 1_000, exp: 4_600 };

function open() {
  let time = 0;
  const revocations = createRevocations({
    monotonicMs: () => time,
    startWithinMs: 1,
  });
  return {
    revocations,
    pass: (ms: number) => (time += ms),
    load: (
      options: {
        people?: [string, number][];
        tokens?: string[];
        readAt?: number;
      } = {},
    ) =>
      revocations.load({
        list: {
          people: new Map(options.people),
          tokens: new Set(options.tokens),
        },
        readAt: options.readAt ?? time,
      }),
  };
}
const olivia = readUserToken(
  token({ sub: 'user:default/Olivia', ent: ['a'], ...times }),
)!;

it('reads the same identity from a token, its limited form, and the one inside a token of a plugin', () => {
  const claims = { sub: 'user:default/Olivia', ...times };
  const proof = Buffer.alloc(64, 1).toString('base64url');
  const whole = readUserToken(token({ ...claims, ent: ['a'], uip: proof }))!;
  const limited = token(claims).replace(/s$/, proof);
  expect(readUserToken(limited)).toEqual(whole);
  expect(
    readUserToken(token({ sub: 'catalog', ...times, obo: limited })),
  ).toEqual(whole);
  expect(whole.userEntityRef).toBe('user:default/olivia');
  expect(whole.id).toMatch(/^[0-9a-f]{64}$/);
  const another = token(claims).replace(
    /s$/,
    Buffer.alloc(64, 2).toString('base64url'),
  );
  expect(readUserToken(another)!.id).not.toBe(whole.id);
});

it.each([
  ['ES256', 'P-256', 64],
  ['ES384', 'P-384', 96],
  ['ES512', 'P-521', 132],
])(
  'takes the second valid signature that anybody can make of one for the same: %s',
  (algorithm, namedCurve, length) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve });
    const data = Buffer.from('text');
    const hash = `sha${algorithm.slice(2)}`;
    const signature = sign(hash, data, {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    expect(signature).toHaveLength(length);
    const canonical = canonicalSignature({ algorithm, signature });
    const other = otherForm({ algorithm, signature });
    expect(
      verify(hash, data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, other),
    ).toBe(true);
    expect(other.equals(signature)).toBe(false);
    expect(canonicalSignature({ algorithm, signature: other })).toEqual(
      canonical,
    );
  },
);

it.each([
  ['a word', 'word'],
  ['no JSON', 'a.b.c'],
  ['null', `a.${Buffer.from('null').toString('base64url')}.c`],
  ['a token without times', token({ sub: 'user:default/olivia' })],
])('reads nothing from %s', (_title, text) => {
  expect(readUserToken(text)).toBeUndefined();
});

it('refuses what was issued up to the end, and takes what came later', async () => {
  const { revocations, load } = open();
  load({ people: [['user:default/olivia', 1_000]] });
  await expect(revocations.check(olivia)).rejects.toMatchObject({
    name: 'AuthenticationError',
  });
  await revocations.check({ ...olivia, issuedAt: 1_001 });
  await revocations.check({ ...olivia, userEntityRef: 'user:default/oscar' });
  load({ people: [['user:default/olivia', Infinity]] });
  await expect(
    revocations.check({ ...olivia, issuedAt: 9_999 }),
  ).rejects.toThrow('ended');
});

it('refuses a single token', async () => {
  const { revocations, load } = open();
  load({ tokens: [olivia.id] });
  await expect(revocations.check(olivia)).rejects.toThrow('ended');
  await revocations.check({ ...olivia, id: 'another' });
});

it('refuses everything before the first list, and when the list was not read for too long', async () => {
  const { revocations, load, pass } = open();
  await expect(revocations.check(olivia)).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
  });
  load();
  pass(STALE_AFTER_MS);
  await revocations.check(olivia);
  pass(1);
  await expect(revocations.check(olivia)).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
  });
  load();
  await revocations.check(olivia);
});

it('waits for the first list, and ignores one that was read before the last', async () => {
  const { revocations, load, pass } = open();
  const waiting = createRevocations({ startWithinMs: 10_000 });
  const checked = waiting.check(olivia);
  waiting.load({
    list: { people: new Map(), tokens: new Set() },
    readAt: waiting.monotonicMs(),
  });
  await checked;

  pass(10);
  load({ tokens: [olivia.id] });
  load({ readAt: 5 });
  expect(revocations.has(olivia)).toBe(true);
});

/** (r, n - s) of (r, s). */
function otherForm(options: { algorithm: string; signature: Buffer }) {
  const { algorithm, signature } = options;
  const half = signature.length / 2;
  const s = BigInt(`0x${signature.subarray(half).toString('hex')}`);
  return Buffer.concat([
    signature.subarray(0, half),
    Buffer.from(
      (ORDERS[algorithm] - s).toString(16).padStart(half * 2, '0'),
      'hex',
    ),
  ]);
}
