import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { signText, verifyText } from '../../access/signText';
import type { Sandbox } from '../../core/Sandbox';
import type { User } from '../../core/state';
import type { Env } from '../../http/Env';

const COOKIE = 'github_sandbox_person';
const UNASKED = 'github_sandbox_unasked';
const PURPOSE = 'person';

/** The person that this browser was told to be. There are no passwords in a sandbox: it is a choice, and no proof. */
export function rememberedPerson(options: {
  sandbox: Sandbox;
  context: Context<Env>;
}): User | undefined {
  const { sandbox, context } = options;
  const login = verifyText({
    sandbox,
    purpose: PURPOSE,
    signed: getCookie(context, COOKIE) ?? '',
  });
  return login ? findPerson({ sandbox, login }) : undefined;
}

/** Whether this browser is not to be asked again when an application wants to sign the person in. */
export function isUnasked(context: Context<Env>): boolean {
  return getCookie(context, UNASKED) === 'yes';
}

export function rememberUnasked(context: Context<Env>): void {
  setCookie(context, UNASKED, 'yes', {
    path: '/login/oauth',
    httpOnly: true,
    sameSite: 'Lax',
  });
}

/** Remembers a person until the browser is closed. Lax, so that a portal that sends people here finds them remembered. */
export function rememberPerson(options: {
  sandbox: Sandbox;
  context: Context<Env>;
  person: User;
}): void {
  const { sandbox, context, person } = options;
  setCookie(
    context,
    COOKIE,
    signText({ sandbox, purpose: PURPOSE, text: person.login }),
    { path: '/', httpOnly: true, sameSite: 'Lax' },
  );
}

export function forgetPerson(context: Context<Env>): void {
  deleteCookie(context, COOKIE, { path: '/' });
  deleteCookie(context, UNASKED, { path: '/login/oauth' });
}

/** Somebody whom one can be: a person (no bot) who is not suspended. */
export function findPerson(options: {
  sandbox: Sandbox;
  login: string;
}): User | undefined {
  const { sandbox, login } = options;
  const user = sandbox.state.users.first('login', login.toLowerCase());
  return user && isPerson(user) ? user : undefined;
}

/** All whom one can be, by login. */
export function listPeople(options: { sandbox: Sandbox }): User[] {
  return options.sandbox.state.users
    .filter(isPerson)
    .sort((a, b) => a.login.localeCompare(b.login));
}

function isPerson(user: User): boolean {
  return user.type === 'User' && user.suspendedAt === null;
}
