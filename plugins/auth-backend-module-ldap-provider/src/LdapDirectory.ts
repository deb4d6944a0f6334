import { setTimeout } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  AndFilter,
  type Client,
  ConstraintViolationError,
  type Entry,
  EqualityFilter,
  type Filter,
  FilterParser,
  InappropriateAuthError,
  InsufficientAccessError,
  InvalidCredentialsError,
  UnwillingToPerformError,
} from 'ldapts';
import type { SignInFailureKind } from '@callboard/plugin-access-common';
import { connectLdap } from './connectLdap';
import { PasswordPolicyControl } from './PasswordPolicyControl';
import type { LdapDirectoryOptions } from './readLdapConfig';
import { refusalOf } from './refusalOf';

/**
 * A refusal comes no sooner than this after the question, so that it takes the same time for a name that nobody has as for a wrong
 * password.
 */
const REFUSAL_MS = 1000;
const MAX_LENGTH = 256;

/** Results with which directories refuse one person: a wrong password, none at all, a locked or an expired account. */
const REFUSALS = [
  InvalidCredentialsError,
  InappropriateAuthError,
  ConstraintViolationError,
  InsufficientAccessError,
  UnwillingToPerformError,
];

/** A person as the directory knows them. */
export interface LdapUser {
  dn: string;
  username: string;
  displayName?: string;
  email?: string;
}

/** Somebody whom the directory knows and refuses for another reason than the password. */
export interface LdapRefusal {
  user: LdapUser;
  kind: SignInFailureKind;
  detail: string;
}

/** Asks a directory who somebody is and whether a password is theirs. One connection per question. */
export class LdapDirectory {
  readonly #options: LdapDirectoryOptions;
  readonly #logger: LoggerService;
  readonly #searchFilter: Filter | undefined;
  readonly #onRefusal: (refusal: LdapRefusal) => void;

  constructor(options: {
    directory: LdapDirectoryOptions;
    logger: LoggerService;
    /** Told why, where the directory says so; whoever signs in is not. */
    onRefusal?: (refusal: LdapRefusal) => void;
  }) {
    this.#options = options.directory;
    this.#logger = options.logger;
    this.#onRefusal = options.onRefusal ?? (() => {});
    const { searchFilter } = this.#options;
    this.#searchFilter = searchFilter
      ? FilterParser.parseString(searchFilter)
      : undefined;
  }

  /**
   * The person whose name and password these are. Throws an `AuthenticationError` when they are nobody's, without telling which of
   * the two was wrong, and a `ServiceUnavailableError` when the directory does not answer.
   */
  async verify(credentials: {
    username: string;
    password: string;
  }): Promise<LdapUser> {
    const refusal = setTimeout(REFUSAL_MS, undefined, { ref: false });
    const user = await this.#verify(credentials);
    if (!user) {
      await refusal;
      throw new AuthenticationError('User name or password is wrong');
    }
    return user;
  }

  /** The person of that name, if there is exactly one. */
  async find(username: string): Promise<LdapUser | undefined> {
    const { bind, searchBase, usernameAttribute } = this.#options;
    // Directories leave out or fold characters without a glyph when they compare, and no name needs one.
    if (!username || username.length > MAX_LENGTH || /\p{C}/u.test(username)) {
      return undefined;
    }
    // The filter is built from parts, so that no character of the name has a meaning in it.
    const byName = new EqualityFilter({
      attribute: usernameAttribute,
      value: username,
    });
    const [entry, ...others] = await this.#connected(async client => {
      if (bind) {
        await client.bind(bind.dn, bind.secret);
      }
      const found = await client.search(searchBase, {
        scope: 'sub',
        filter: this.#searchFilter
          ? new AndFilter({ filters: [byName, this.#searchFilter] })
          : byName,
        attributes: [usernameAttribute, 'cn', 'displayName', 'mail'],
        sizeLimit: 2,
      });
      return found.searchEntries;
    });
    // What was typed may be another spelling of the name, so it cannot stand in for it.
    const name = entry && firstText({ entry, attribute: usernameAttribute });
    return entry && name && others.length === 0
      ? {
          dn: entry.dn,
          username: name,
          displayName:
            firstText({ entry, attribute: 'displayName' }) ??
            firstText({ entry, attribute: 'cn' }),
          email: firstText({ entry, attribute: 'mail' }),
        }
      : undefined;
  }

  async #verify(credentials: { username: string; password: string }) {
    const { username, password } = credentials;
    // A simple bind with an empty password is an anonymous one, which succeeds (RFC 4513, 5.1.2), and a NUL ends a string for some
    // servers.
    if (!password || password.includes('\0')) {
      return undefined;
    }
    const user = await this.find(username);
    const isTheirs =
      user &&
      (await this.#connected(client =>
        this.#accepts({ client, user, password }),
      ));
    return isTheirs ? user : undefined;
  }

  async #accepts(options: {
    client: Client;
    user: LdapUser;
    password: string;
  }) {
    const { client, user, password } = options;
    const policy = new PasswordPolicyControl();
    try {
      await client.bind(user.dn, password, policy);
      return true;
    } catch (error) {
      if (!REFUSALS.some(refusal => error instanceof refusal)) {
        throw error;
      }
      const refusal = refusalOf({
        message: (error as Error).message,
        policyError: policy.error,
        lockedTime: await this.#lockedTime(user),
      });
      if (refusal) {
        this.#onRefusal({ user, ...refusal });
      } else if (!(error instanceof InvalidCredentialsError)) {
        this.#logger.warn(`The directory refused ${user.dn}: ${error}`);
      }
      return false;
    }
  }

  /** OpenLDAP notes a locked account on the entry, and says so to nobody who does not ask. */
  async #lockedTime(user: LdapUser): Promise<string | undefined> {
    const { bind } = this.#options;
    if (!bind) return undefined;
    const attribute = 'pwdAccountLockedTime';
    const client = await connectLdap(this.#options).catch(() => undefined);
    try {
      await client?.bind(bind.dn, bind.secret);
      const found = await client?.search(user.dn, {
        scope: 'base',
        attributes: [attribute],
      });
      const [entry] = found?.searchEntries ?? [];
      return entry && firstText({ entry, attribute });
    } catch {
      // Not every account that searches may read it.
      return undefined;
    } finally {
      await client?.unbind().catch(() => {});
    }
  }

  async #connected<T>(ask: (client: Client) => Promise<T>): Promise<T> {
    let client: Client | undefined;
    try {
      client = await connectLdap(this.#options);
      return await ask(client);
    } catch (error) {
      // Whoever is not signed in must not learn the server's address, which is in the error.
      this.#logger.error(
        'The LDAP directory could not be asked',
        error as Error,
      );
      throw new ServiceUnavailableError(
        'The directory could not be asked. The log of the portal says why.',
      );
    } finally {
      await client?.unbind().catch(() => {});
    }
  }
}

/** Servers spell the names of attributes in their own way. */
function firstText(options: {
  entry: Entry;
  attribute: string;
}): string | undefined {
  const name = options.attribute.toLowerCase();
  const [, value] =
    Object.entries(options.entry).find(([key]) => key.toLowerCase() === name) ??
    [];
  const [first] = [value ?? []].flat();
  return first === undefined ? undefined : String(first);
}
