import type { Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { GithubConfigProblem } from './GithubConfigProblem';
import { parseBaseUrl } from './parseBaseUrl';
import { textOf } from './textOf';

/** Where the block is. */
export const SHORT_BLOCK_KEY = 'catalog.providers.github';

/** The short form of `catalog.providers.github`, which names host, credential and organisation in one place: `{baseUrl, token, org}`. */
export interface ShortBlock {
  /** As in URLs, with the port where there is one. */
  host: string;
  /** Only where it is not the default of the host: an address with `http:`. */
  apiBaseUrl?: string;
  organization?: string;
  token?: string;
  problems: GithubConfigProblem[];
}

/**
 * The block where it is written so; undefined where `catalog.providers.github` is absent or has one of stock's two forms. An object below
 * `org`, `token` or `baseUrl` is an entry with that id, as in stock.
 */
export function readShortBlock(options: {
  config: Config;
}): ShortBlock | undefined {
  const block = options.config.getOptional(SHORT_BLOCK_KEY);
  if (typeof block !== 'object' || block === null || Array.isArray(block)) {
    return undefined;
  }
  const raw = block as JsonObject;
  const baseUrl = textOf(raw.baseUrl);
  const token = textOf(raw.token);
  const org = textOf(raw.org);
  if (!baseUrl && !token && !org) return undefined;

  const problems: GithubConfigProblem[] = [];
  const problem = (key: string, reason: string) =>
    problems.push({ configKey: `${SHORT_BLOCK_KEY}.${key}`, reason });
  const parsed = baseUrl ? parseBaseUrl(baseUrl) : undefined;
  if (parsed?.outcome === 'invalid') problem('baseUrl', parsed.reason);
  const address = parsed?.outcome === 'valid' ? parsed : undefined;

  const host = textOf(raw.host);
  if (host && address && host.toLowerCase() !== address.host) {
    problem(
      'baseUrl',
      `it names the host ${address.host}, and host says ${host}; keep one of the two`,
    );
  }
  const organization = textOf(raw.organization);
  if (org && organization && org !== organization) {
    problem(
      'org',
      `it says ${org}, and organization says ${organization}; keep one of the two`,
    );
  }
  return {
    host: host ?? address?.host ?? 'github.com',
    ...(address?.apiBaseUrl && { apiBaseUrl: address.apiBaseUrl }),
    ...((organization ?? org) && { organization: organization ?? org }),
    ...(token && { token: token.trim() }),
    problems,
  };
}
