import type {
  StoredApp,
  StoredCredential,
  StoredToken,
} from './StoredCredential';

export type ReadStoredText =
  | { outcome: 'read'; credentials: StoredCredential[] }
  | { outcome: 'damaged'; reason: string };

type Fields<T> = Record<keyof T, 'text' | 'number' | 'text?'>;

const APP: Fields<Required<Omit<StoredApp, 'kind'>>> = {
  host: 'text',
  appId: 'number',
  slug: 'text',
  name: 'text',
  htmlUrl: 'text',
  clientId: 'text',
  clientSecret: 'text',
  privateKey: 'text',
  webhookSecret: 'text?',
  webhookUrl: 'text?',
  storedAt: 'text',
};

const TOKEN: Fields<Omit<StoredToken, 'kind'>> = {
  host: 'text',
  token: 'text',
  replaces: 'text',
  storedAt: 'text',
};

/** Reads the file's text. Reasons name places, never values. */
export function readStoredText(text: string): ReadStoredText {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The message of the parser quotes the text.
    return { outcome: 'damaged', reason: 'it is not JSON' };
  }
  const { version, credentials } = (value ?? {}) as Record<string, unknown>;
  if (version !== 1) {
    return { outcome: 'damaged', reason: 'its version is not 1' };
  }
  if (!Array.isArray(credentials)) {
    return { outcome: 'damaged', reason: 'credentials is not a list' };
  }
  for (const [index, item] of credentials.entries()) {
    const fields = { app: APP, token: TOKEN }[item?.kind as 'app' | 'token'];
    if (!fields) {
      return {
        outcome: 'damaged',
        reason: `credentials[${index}].kind is neither app nor token`,
      };
    }
    const wrong = Object.entries(fields).find(
      ([name, type]) => !isOf(item[name], type),
    );
    if (wrong) {
      return {
        outcome: 'damaged',
        reason: `credentials[${index}].${
          wrong[0]
        } is missing or no ${wrong[1].replace('?', '')}`,
      };
    }
  }
  return { outcome: 'read', credentials };
}

/** What `readStoredText` reads. */
export function writeStoredText(credentials: StoredCredential[]): string {
  return `${JSON.stringify({ version: 1, credentials }, undefined, 2)}\n`;
}

function isOf(value: unknown, type: 'text' | 'number' | 'text?'): boolean {
  switch (type) {
    case 'number':
      return Number.isSafeInteger(value);
    case 'text?':
      return value === undefined || typeof value === 'string';
    default:
      return typeof value === 'string' && value !== '';
  }
}
