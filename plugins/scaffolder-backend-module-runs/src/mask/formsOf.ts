/** One way to write a value. */
export interface Form {
  text: string;
  /** How many characters of this form a fragment must have to be masked; missing where only the whole form is looked for. */
  fragment?: number;
}

/** From this length on, fragments of a value are masked too. */
const LONG = 12;
/** A fragment has at least so many characters of the value. */
const FRAGMENT = 8;
/** Of longer values, forms that write a character as several are found whole only: their fragments would take too much memory. */
const VERY_LONG = 4_096;
/** Shorter base64 inside other base64 says nothing of the value. */
const LEAST_INNER_BASE64 = 4;

/**
 * The ways to write a value that the mask knows: as it is, reversed, escaped for JSON (once and twice), HTML and URLs, in hexadecimal, and
 * in base64 wherever in the encoded text it begins. Case is not told apart by the mask, so neither here.
 */
export function formsOf(value: string): Form[] {
  const bytes = Buffer.from(value, 'utf8');
  const hex = bytes.toString('hex');
  const pairs = hex.match(/../g) ?? [];
  const units = [...Array(value.length).keys()].map(i =>
    value.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  const form = encodeURIComponent(bytes.toString('utf8'));
  const json = escapeJson(value);
  const plain = [
    value,
    value.toUpperCase(),
    value.toLowerCase(),
    [...value].reverse().join(''),
    json,
    escapeJson(json),
    value.replace(/[^ -~]|[<>&]/g, unit => escapeUnits(unit)),
    form,
    form.replace(/%20/g, '+'),
    form.replace(/[!'()*~._-]/g, percent),
    value.replace(/[^\w.~-]/gu, percent),
    escapeHtml({ value, apostrophe: '&#39;' }),
    escapeHtml({ value, apostrophe: '&#x27;' }),
    ...base64Of(bytes),
  ];
  const wide = [
    { text: hex, width: 2 },
    { text: pairs.join(':'), width: 3 },
    { text: pairs.join(' '), width: 3 },
    { text: pairs.map(pair => `%${pair}`).join(''), width: 3 },
    { text: pairs.map(pair => `\\x${pair}`).join(''), width: 4 },
    { text: units.map(unit => `\\u${unit}`).join(''), width: 6 },
  ];
  const hasFragments = (width: number) =>
    value.length >= LONG && (width === 1 || value.length <= VERY_LONG);
  return [...[...new Set(plain)].map(text => ({ text, width: 1 })), ...wide]
    .filter(({ text }) => text.length >= LEAST_INNER_BASE64)
    .map(({ text, width }) => ({
      text,
      ...(hasFragments(width) && { fragment: FRAGMENT * width }),
    }));
}

/** The value in base64 as it stands alone, and what of it does not depend on neighbours where it begins one or two bytes later. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap(shift => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString(
      'base64',
    );
    const from = Math.ceil((shift * 8) / 6);
    const to = Math.floor(((shift + bytes.length) * 8) / 6);
    const inner = encoded.slice(from, to);
    const url = inner.replace(/\+/g, '-').replace(/\//g, '_');
    return [inner, url, percentOfBase64(inner)];
  });
}

function percentOfBase64(text: string) {
  return text.replace(/[+/]/g, percent);
}

function percent(text: string) {
  return [...Buffer.from(text, 'utf8')]
    .map(byte => `%${byte.toString(16).padStart(2, '0')}`)
    .join('');
}

function escapeJson(text: string) {
  return JSON.stringify(text).slice(1, -1);
}

function escapeUnits(text: string) {
  return [...Array(text.length).keys()]
    .map(i => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`)
    .join('');
}

function escapeHtml(options: { value: string; apostrophe: string }) {
  return options.value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, options.apostrophe);
}
