import { createPrivateKey, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import type { PresetVariable } from './Preset';

/**
 * What is wrong with a value that is not blank, as the end of a sentence that starts with the variable's name: it breaks the type or the
 * pattern. The sentence never quotes the value.
 */
export function flawOf(options: {
  definition: PresetVariable;
  text: string;
}): string | undefined {
  const { definition, text } = options;
  if (!definition.list) {
    return flawOfItem({ definition, item: text });
  }
  const items = text.split(',').map(item => item.trim());
  if (items.every(item => item === '')) {
    return 'holds commas but no item';
  }
  return items
    .filter(Boolean)
    .map(item => flawOfItem({ definition, item }))
    .find(Boolean);
}

function flawOfItem(options: {
  definition: PresetVariable;
  item: string;
}): string | undefined {
  const { definition, item } = options;
  const { type, pattern, list, trust } = definition;
  const subject = list ? 'has an item that ' : '';
  const flaw =
    flawOfType({ type, item }) ?? (trust ? flawOfAuthorities(item) : undefined);
  if (flaw) {
    return `${subject}${flaw}`;
  }
  return pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(item)
    ? `${subject}does not have the expected form`
    : undefined;
}

function flawOfType(options: {
  type: PresetVariable['type'];
  item: string;
}): string | undefined {
  const { type, item } = options;
  switch (type) {
    case 'url':
      return flawOfUrl(item);
    case 'integer':
      return /^-?\d+$/.test(item) ? undefined : 'is not a whole number';
    case 'boolean':
      return /^(true|false)$/i.test(item)
        ? undefined
        : 'is neither true nor false';
    case 'pem':
      return isPrivateKey(item)
        ? undefined
        : 'is not a private key in PEM form (-----BEGIN ... PRIVATE KEY-----)';
    case 'file':
      return isReadable(item) ? undefined : 'names a file that cannot be read';
    default:
      return undefined;
  }
}

function flawOfUrl(item: string) {
  if (!/^https?:\/\//.test(item) || !URL.canParse(item)) {
    return 'is not a URL that starts with https:// or http://';
  }
  const { username, password } = new URL(item);
  return username || password
    ? 'holds a user name or a password, which belongs into a variable of its own'
    : undefined;
}

function isPrivateKey(text: string) {
  try {
    return createPrivateKey(text).type === 'private';
  } catch {
    return false;
  }
}

function isReadable(file: string) {
  try {
    fs.accessSync(file, fs.constants.R_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function flawOfAuthorities(file: string) {
  try {
    return new X509Certificate(fs.readFileSync(file)) && undefined;
  } catch {
    return 'names a file that holds no certificate in PEM form';
  }
}
