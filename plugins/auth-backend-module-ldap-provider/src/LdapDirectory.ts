import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  AndFilter,
  Client,
  type Entry,
  EqualityFilter,
  FilterParser,
  InvalidCredentialsError,
} from 'ldapts';
import type { LdapDirectoryOptions } from './readLdapConfig';

const TIMEOUT_MS = 10_000;

/** A person as the directory knows them. */
export interface LdapUser {
  dn: string;
  username: string;
  entry: Entry;
}

/** Asks a directory who somebody is and whether a password is theirs. One connection per question. */
export class LdapDirectory {
  readonly #options: LdapDirectoryOptions;

  constructor(options: LdapDirectoryOptions) {
    this.#options = options;
  }

  /**
   * The person whose name and password these are. Throws an `AuthenticationError` when they are nobody's, without telling which of
   * the two was wrong, and a `ServiceUnavailableError` when the directory does not answer.
   */
  async verify(credentials: {
    username: string;
    password: string;
  }): Promise<LdapUser> {
    const { username, password } = credentials;
    // A simple bind with an empty password is an anonymous one, which succeeds (RFC 4513, 5.1.2).
    if (!username || !password) {
      throw new AuthenticationError('User name and password are needed');
    }
    const user = await this.find(username);
    if (!user) {
      throw wrongCredentials();
    }
    await this.#connected(async client => {
      try {
        await client.bind(user.dn, password);
      } catch (error) {
        throw error instanceof InvalidCredentialsError
          ? wrongCredentials()
          : error;
      }
    });
    return user;
  }

  /** The person of that name, if there is exactly one. */
  async find(username: string): Promise<LdapUser | undefined> {
    const { bind, searchBase, searchFilter, usernameAttribute } = this.#options;
    // The filter is built from parts, so that no character of the name has a meaning in it.
    const byName = new EqualityFilter({
      attribute: usernameAttribute,
      value: username,
    });
    const filter = searchFilter
      ? new AndFilter({
          filters: [byName, FilterParser.parseString(searchFilter)],
        })
      : byName;
    const entries = await this.#connected(async client => {
      if (bind) {
        await client.bind(bind.dn, bind.secret);
      }
      const found = await client.search(searchBase, {
        scope: 'sub',
        filter,
        sizeLimit: 2,
      });
      return found.searchEntries;
    });
    const [entry] = entries;
    return entries.length === 1
      ? {
          dn: entry.dn,
          username: firstText(entry[usernameAttribute]) ?? username,
          entry,
        }
      : undefined;
  }

  async #connected<T>(ask: (client: Client) => Promise<T>): Promise<T> {
    const { url, startTls, rejectUnauthorized } = this.#options;
    const tlsOptions = { rejectUnauthorized };
    const client = new Client({
      url,
      timeout: TIMEOUT_MS,
      connectTimeout: TIMEOUT_MS,
      ...(url.startsWith('ldaps:') && { tlsOptions }),
    });
    try {
      if (startTls && !url.startsWith('ldaps:')) {
        await client.startTLS({
          ...tlsOptions,
          servername: new URL(url).hostname,
        });
      }
      return await ask(client);
    } catch (error) {
      if (error instanceof AuthenticationError) {
        throw error;
      }
      throw new ServiceUnavailableError(
        'The directory could not be asked',
        error as Error,
      );
    } finally {
      await client.unbind().catch(() => {});
    }
  }
}

function wrongCredentials() {
  return new AuthenticationError('User name or password is wrong');
}

function firstText(value: Entry[string]): string | undefined {
  const [first] = [value].flat();
  return first === undefined ? undefined : String(first);
}
