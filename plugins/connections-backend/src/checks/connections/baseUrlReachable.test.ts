import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { CheckInput, Finding } from '../Check';
import { baseUrlReachable } from './baseUrlReachable';

describe('base-url-reachable', () => {
  /** Only addresses are compared: github.com cannot be here. */
  const run = (data: JsonObject, host = 'github.com') =>
    baseUrlReachable.run({
      context: { config: mockServices.rootConfig({ data }) },
      hosts: [
        host === 'github.com'
          ? {
              host,
              webUrl: 'https://github.com',
              apiBaseUrl: 'https://api.github.com',
              apps: [{}],
              tokens: [],
            }
          : {
              host,
              webUrl: `http://${host}`,
              apiBaseUrl: `http://${host}/api/v3`,
              apps: [],
              tokens: [{}],
            },
      ],
    } as unknown as CheckInput) as Finding[];

  it('fails for an address of this machine when github.com is to send events', () => {
    const [result] = run({
      backend: { baseUrl: 'http://localhost:7007' },
      events: { modules: { github: { webhookSecret: 'hook-secret' } } },
    });
    expect(result).toMatchObject({ status: 'fail' });
    expect(result.cause).toContain('http://localhost:7007 (backend.baseUrl)');
    expect(result.remedy).toContain('CALLBOARD_BASE_URL');
  });

  it('passes for an address that is reached, and for a relay', () => {
    expect(
      run({ backend: { baseUrl: 'https://portal.example.com' } }),
    ).toMatchObject([{ status: 'pass' }]);
    expect(
      run({
        backend: { baseUrl: 'http://localhost:7007' },
        callboard: {
          connections: { webhookUrl: 'https://smee.example.com/x' },
        },
      }),
    ).toMatchObject([{ status: 'pass' }]);
  });

  it('passes for a GitHub on the same machine', () => {
    expect(
      run({ backend: { baseUrl: 'http://localhost:7007' } }, 'localhost:7008'),
    ).toMatchObject([{ status: 'pass' }]);
  });
});
