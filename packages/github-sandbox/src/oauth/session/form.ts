import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { signText, verifyText } from '../../access/signText';
import type { Sandbox } from '../../core/Sandbox';
import type { Env } from '../../http/Env';
import { readFields } from '../../http/readFields';
import type { Markup } from '../../pages/layout';

const COOKIE = 'github_sandbox_form';
const FIELD = 'authenticity_token';

/**
 * The hidden field of a form. Its value is signed over what the form is for (`purpose`) and a cookie of this browser, so that neither a
 * page of another site nor a form for something else can be sent in its place.
 */
export function formField(options: {
  sandbox: Sandbox;
  context: Context<Env>;
  purpose: string;
}): Markup {
  const { sandbox, context, purpose } = options;
  const nonce =
    getCookie(context, COOKIE) ?? randomBytes(16).toString('base64url');
  setCookie(context, COOKIE, nonce, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
  });
  const value = signText({ sandbox, purpose: `form ${purpose}`, text: nonce });
  return html`<input type="hidden" name="${FIELD}" value="${value}" />`;
}

export type ReadForm =
  | { outcome: 'read'; one(name: string): string; all(name: string): string[] }
  /** It does not come from a page of this sandbox in this browser. */
  | { outcome: 'refused' };

/** Reads a form that was sent, if it is one that `formField` went out with for this purpose. */
export async function readForm(options: {
  sandbox: Sandbox;
  context: Context<Env>;
  purpose: string;
}): Promise<ReadForm> {
  const { sandbox, context, purpose } = options;
  const fields = await readFields(context.req.raw);
  const all = (name: string) =>
    (fields?.getAll(name) ?? []).filter(value => typeof value === 'string');
  const one = (name: string) => all(name)[0] ?? '';

  const nonce = getCookie(context, COOKIE);
  const signed = verifyText({
    sandbox,
    purpose: `form ${purpose}`,
    signed: one(FIELD),
  });
  return isSameOrigin(context) && nonce !== undefined && signed === nonce
    ? { outcome: 'read', one, all }
    : { outcome: 'refused' };
}

/** Browsers say where a form comes from; what says nothing is no browser, and has the signed field to show. */
function isSameOrigin(context: Context<Env>): boolean {
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  return (
    (site === undefined || site === 'same-origin') &&
    (origin === undefined ||
      (URL.canParse(origin) &&
        new URL(origin).host === context.req.header('host')))
  );
}
