import { ResponseError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import type { ApiKey, KeysAnswer } from '@callboard/plugin-access-common';
import { accessPlugin } from '../../plugin';
import { keysApiRef, type KeysApi } from '../api/KeysApi';

const DAY_MS = 24 * 3_600_000;

/** A time so many days from now. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString();
}

/** A good key. */
export function keyFixture(change: Partial<ApiKey> = {}): ApiKey {
  return {
    id: '0123456789ab',
    name: 'ci',
    owner: 'group:default/platform',
    prefix: 'cbk_0123456789ab_',
    scopes: { plugins: ['scaffolder', 'catalog'], readOnly: false },
    state: 'active',
    createdAt: inDays(-10),
    createdBy: 'user:default/olivia',
    expiresAt: inDays(80.5),
    ...change,
  };
}

/** Renders the tab in an app of this plugin. */
export function renderKeys(
  options: { answer?: Partial<KeysAnswer>; api?: Partial<KeysApi> } = {},
) {
  const unexpected = async (): Promise<never> => {
    throw new Error('The test does not expect this call.');
  };
  const api = {
    list: jest.fn(
      async (): Promise<KeysAnswer> => ({
        keys: [],
        configured: [],
        plugins: ['access', 'catalog', 'scaffolder'],
        mayManage: true,
        ...options.answer,
      }),
    ),
    create: jest.fn(unexpected),
    rotate: jest.fn(unexpected),
    revoke: jest.fn(unexpected),
    ...options.api,
  } as jest.Mocked<KeysApi>;
  const baseUrl = 'https://portal.acme.example';
  const rendered = renderTestApp({
    features: [accessPlugin],
    initialRouteEntries: ['/access/keys'],
    config: { app: { baseUrl }, backend: { baseUrl } },
    apis: [[keysApiRef, api]],
  });
  return { ...rendered, api };
}

/** What the client throws for an answer of the backend. */
export async function answered(
  status: number,
  message: string,
): Promise<Error> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ) as never,
  );
}
