import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { issueToken } from '../access/issueToken';
import { newApp } from '../core/records/newApp';
import { newInstallation } from '../core/records/newInstallation';
import { newOrganisation } from '../core/records/newOrganisation';
import { newRepository } from '../core/records/newRepository';
import { newTeam } from '../core/records/newTeam';
import { newUser } from '../core/records/newUser';
import type { Sandbox } from '../core/Sandbox';
import type { SeedFile } from '../git';
import { startSandbox } from '../startSandbox';

/**
 * A running sandbox with the organisation `acme`: `olivia` owns it, `mel` is a member in team `web` (push on `shop`), `oscar` is an
 * outsider. Repositories `shop` (public) and `vault` (private) with a commit, `empty` without. An App `portal` is installed with
 * everything.
 */
export async function startTestSandbox(
  options: {
    files?: Record<string, SeedFile>;
    patienceMs?: number;
  } = {},
) {
  const {
    files = { 'README.md': '# Shop\n', 'src/index.ts': 'export {};\n' },
  } = options;
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-'));
  const errors: unknown[] = [];
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let acme!: ReturnType<typeof fill>;

  function fill(sandbox: Sandbox) {
    const [olivia, mel, oscar] = ['olivia', 'mel', 'oscar'].map(login =>
      newUser({
        sandbox,
        login,
        values: { name: login, email: `${login}@acme.example` },
      }),
    );
    const organisation = newOrganisation({
      sandbox,
      login: 'acme',
      values: {
        name: 'Acme',
        members: [
          { userId: olivia.id, role: 'admin', state: 'active', public: true },
          { userId: mel.id, role: 'member', state: 'active', public: true },
        ],
      },
    });
    const author = {
      name: 'Olivia',
      email: 'olivia@acme.example',
      date: new Date('2026-01-01T12:00:00Z'),
    };
    const history = async () => ({
      defaultBranch: 'main',
      commits: [{ id: 'first', message: 'First commit', author, files }],
    });
    const shop = newRepository({
      sandbox,
      owner: organisation,
      name: 'shop',
      seed: history,
    });
    const vault = newRepository({
      sandbox,
      owner: organisation,
      name: 'vault',
      seed: history,
      values: { visibility: 'private' },
    });
    const empty = newRepository({
      sandbox,
      owner: organisation,
      name: 'empty',
    });
    const web = newTeam({
      sandbox,
      organisation,
      name: 'Web',
      values: {
        members: [{ userId: mel.id, role: 'member', state: 'active' }],
        repositories: [{ repositoryId: shop.id, permission: 'push' }],
      },
    });
    const app = newApp({
      sandbox,
      owner: organisation,
      slug: 'portal',
      clientId: 'Iv1.portal',
      clientSecret: 'portal-secret',
      publicKey: keys.publicKey.export({
        type: 'spki',
        format: 'pem',
      }) as string,
      values: {
        callbackUrls: ['http://localhost/callback'],
        permissions: {
          metadata: 'read',
          contents: 'write',
          administration: 'write',
          members: 'read',
          pull_requests: 'write',
          issues: 'write',
          actions: 'write',
          checks: 'write',
          statuses: 'write',
          workflows: 'write',
          secrets: 'write',
          actions_variables: 'write',
          environments: 'write',
          pages: 'write',
        },
      },
    });
    const installation = newInstallation({
      sandbox,
      app,
      account: organisation,
    });
    /** Classic tokens with everything, by login. */
    const tokens = Object.fromEntries(
      [olivia, mel, oscar].map(user => [
        user.login,
        issueToken({
          sandbox,
          kind: 'classic',
          values: {
            userId: user.id,
            scopes: [
              'repo',
              'workflow',
              'admin:org',
              'admin:repo_hook',
              'admin:org_hook',
              'user',
              'delete_repo',
            ],
          },
        }).secret,
      ]),
    ) as Record<'olivia' | 'mel' | 'oscar', string>;
    return {
      olivia,
      mel,
      oscar,
      organisation,
      shop,
      vault,
      empty,
      web,
      app,
      installation,
      tokens,
    };
  }

  const running = await startSandbox({
    port: 0,
    directory,
    onError: error => errors.push(error),
    patienceMs: options.patienceMs,
    prepare: sandbox => {
      acme = fill(sandbox);
    },
  });
  return {
    ...running,
    ...acme,
    privateKey: keys.privateKey.export({
      type: 'pkcs1',
      format: 'pem',
    }) as string,
    /** Calls the API; `as` names one of the three people, nobody where it is left out. */
    async call(
      route: string,
      more: {
        as?: 'olivia' | 'mel' | 'oscar';
        token?: string;
        body?: unknown;
        headers?: Record<string, string>;
      } = {},
    ) {
      const [method, target] = route.split(' ');
      const token = more.token ?? (more.as && acme.tokens[more.as]);
      const response = await fetch(`${running.url}${target}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(more.body !== undefined && {
            'content-type': 'application/json',
          }),
          ...more.headers,
        },
        body: more.body === undefined ? undefined : JSON.stringify(more.body),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json');
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson && text ? JSON.parse(text) : undefined,
      };
    },
    /** What went wrong inside; a test ends with none. */
    errors,
    async stop() {
      await running.stop();
      fs.rmSync(directory, { recursive: true, force: true });
    },
  };
}
