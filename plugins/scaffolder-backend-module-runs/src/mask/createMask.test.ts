import fc from 'fast-check';
import { createMask } from './createMask';

const secret = 'gg-S3cret/+Key~"x"&<é>-7f3a';
const mask = createMask({ values: [secret, 'hunter2', 'ab', '1'] });

/** Everything that a template, an action or a transport may do to a value on its way into a log. */
const WAYS: Record<string, (value: string) => string> = {
  itself: value => value,
  'upper case': value => value.toUpperCase(),
  reversed: value => [...value].reverse().join(''),
  JSON: value => JSON.stringify(value),
  'JSON in JSON': value => JSON.stringify(JSON.stringify({ a: value })),
  base64: value => Buffer.from(value).toString('base64'),
  'base64 after one': value => Buffer.from(`x${value}yz`).toString('base64'),
  'base64 after two': value => Buffer.from(`xx${value}y`).toString('base64'),
  'base64 of basic': value => Buffer.from(`user:${value}`).toString('base64'),
  base64url: value => Buffer.from(value).toString('base64url'),
  'base64 in a query': value =>
    encodeURIComponent(Buffer.from(value).toString('base64')),
  hex: value => Buffer.from(value).toString('hex'),
  HEX: value => Buffer.from(value).toString('hex').toUpperCase(),
  'hex dump': value =>
    Buffer.from(value).toString('hex').replace(/../g, '$& ').trim(),
  query: value => new URLSearchParams({ key: value }).toString(),
  component: value => encodeURIComponent(value),
  'every byte in percent': value =>
    Buffer.from(value).toString('hex').replace(/../g, '%$&'),
  'escaped units': value =>
    [...Array(value.length).keys()]
      .map(i => `\\u${value.charCodeAt(i).toString(16).padStart(4, '0')}`)
      .join(''),
  html: value =>
    value
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;'),
};

/** Back from what the mask left: no character of the secret may be readable in runs of eight. */
const rest = (text: string) =>
  text
    .split('***')
    .map(part => part.trim())
    .join(' ');

describe('attack case 25: a secret that is transformed', () => {
  it.each(Object.entries(WAYS))('is masked as %s', (_, way) => {
    for (const value of [secret, 'hunter2']) {
      const written = way(value);
      const text = `before ${written} after`;
      const masked = mask.text(text);
      expect(masked).toContain('***');
      expect(masked.startsWith('before ')).toBe(true);
      expect(masked.endsWith(' after')).toBe(true);
      const left = rest(masked.slice('before '.length, -' after'.length));
      expect(left.length).toBeLessThanOrEqual(
        Math.max(16, written.length - 4 * value.length + 24),
      );
      expect(left.toLowerCase()).not.toContain(value.slice(0, 6).toLowerCase());
    }
  });

  it('is masked in pieces of eight characters and more', () => {
    const pieces = secret.match(/.{1,8}/gu)!.slice(0, -1);
    const masked = mask.text(pieces.join('\n'));
    expect(masked).toBe(pieces.map(() => '***').join('\n'));
  });

  it('is masked line by line, with other indentation', () => {
    const pem = `-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\n-----END KEY-----\n`;
    const masked = createMask({ values: [pem] }).text(
      pem.replace(/^/gm, '    '),
    );
    expect(masked).not.toContain('MIIE');
    expect(masked).not.toContain('VJTU');
  });

  it.each(Object.entries(WAYS))('whatever the secret is: as %s', (_, way) => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, maxLength: 40, unit: 'grapheme' }),
        fc.string({ maxLength: 20 }),
        (value, around) => {
          fc.pre(value.trim().length >= 4 && !/^[\s*]*$/.test(value));
          fc.pre(!hasLongRule(value));
          const masked = createMask({ values: [value] }).text(
            `${around} ${way(value)} ${around}`,
          );
          expect(masked).toContain('***');
          expect(masked).not.toContain(way(value));
        },
      ),
      { numRuns: 25, seed: 25 },
    );
  });
});

describe('what is no secret', () => {
  it('stays', () => {
    for (const text of [
      'Creating the repository copperbell/pay with 12 files',
      'https://github.com/copperbell/pay/blob/main/README.md',
      'about 21 abc lab ab1',
      '',
    ]) {
      expect(mask.text(text)).toBe(text);
    }
  });

  it('a short one is masked as a word only', () => {
    expect(mask.text('ab, lab, 1 of 11')).toBe('***, lab, *** of 11');
  });

  it('a beginning that many texts have stays', () => {
    const values = ['https://example.test/hook/9f8e7d6c5b4a'];
    expect(
      createMask({ values }).text('see https://github.com -----------'),
    ).toBe('see https://github.com -----------');
  });

  it('stays without values, and with stars for values', () => {
    const empty = createMask({ values: ['', '  ', '******'] });
    expect(empty.isEmpty).toBe(true);
    const value = { a: '****** x' };
    expect(empty.deep(value)).toBe(value);
  });
});

it('masks values, keys, numbers and errors of a structure, and leaves the given one', () => {
  const number = createMask({ values: ['hunter2', '40123456'] });
  const given = {
    list: ['hunter2', 7, true, null, 40123456],
    hunter2: { date: new Date(0) },
    error: Object.assign(new TypeError('no hunter2'), { body: 'hunter2' }),
  };
  const masked = number.deep(given) as any;
  expect(masked.list).toEqual(['***', 7, true, null, '***']);
  expect(masked['***']).toEqual({ date: new Date(0) });
  expect(masked.error).toBeInstanceOf(TypeError);
  expect(masked.error.message).toBe('no ***');
  expect(masked.error.stack).not.toContain('hunter2');
  expect(masked.error.body).toBe('***');
  expect(given.error.message).toBe('no hunter2');
});

it('takes time by the length of the text, however many values there are', () => {
  const values = [...Array(60).keys()].map(
    i => `secret-${i}-${'x'.repeat(i)}-${(i * 7919).toString(36)}`,
  );
  const many = createMask({ values });
  const text = 'a line of a log with secret- in it, and more; '.repeat(20_000);
  const started = performance.now();
  many.text(text);
  expect(performance.now() - started).toBeLessThan(2_000);
});

function hasLongRule(value: string) {
  return /(.)\1{3}/su.test(value);
}
