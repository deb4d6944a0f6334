/* eslint-disable jest/no-export, jest/no-standalone-expect, jest/valid-title -- a suite that two test files run, whose titles are in tables */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  pause,
  RunningServer,
  ServerKind,
  startServer,
} from '../servers/startServer';
import {
  arrival,
  auditEvents,
  guestToken,
  hasEntity,
  locationRef,
  refusals,
  register,
} from './attempts';
import { ContentServer, startContentServer } from './contentServer';

const METADATA = '169.254.169.254';
/** The same service as seen from containers. Another address, so that the attacks can be told apart. */
const METADATA_OF_CONTAINERS = '169.254.170.2';
const GITHUB_TOKEN = 'ghp_notarealtoken0123456789';
const SMUGGLED = 'component:default/smuggled';

const entity = (kind: string, name: string, spec: object, annotations = {}) =>
  JSON.stringify({
    apiVersion:
      kind === 'Template'
        ? 'scaffolder.backstage.io/v1beta3'
        : 'backstage.io/v1alpha1',
    kind,
    metadata: { name, annotations },
    spec,
  });
const component = (name: string) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner: 'team',
  });

/**
 * The attacks on URL reading and files, as tests against one server. Common to all: nothing is written, nobody is dialled
 * but the allowed hosts, no secret is logged, and the audit log names the actor.
 */
export function attackSuite(kind: ServerKind) {
  let content: ContentServer;
  let server: RunningServer;
  let folder: string;
  let onDisk: string;
  let number = 0;
  const bodies = new Map<string, () => Promise<void>>();
  const running = new Map<string, Promise<void>>();

  /** An attack. All of them run at the same time, because each spends its time waiting for passes of the catalog. */
  const attack = (name: string, body: () => Promise<void>) => {
    bodies.set(name, body);
    it(name, async () => {
      await expect(running.get(name)).resolves.toBeUndefined();
    });
  };

  const url = (host: string, path: string) =>
    `http://${host}:${content.port}${path}`;
  /** Puts a page on the allowed host and returns its URL. */
  const serve = (body: string) => {
    number += 1;
    const path = `/page-${number}/catalog-info.yaml`;
    content.pages.set(path, { body });
    return url('allowed.test', path);
  };
  const redirect = (location: string, status = 302) => {
    number += 1;
    const path = `/redirect-${number}/catalog-info.yaml`;
    content.pages.set(path, { redirect: location, status });
    return path;
  };
  const dialled = (address: string) =>
    server.dials.filter(dial => dial.address === address);
  /** Not behind a name. */
  const dialledLiterally = (address: string) =>
    dialled(address).filter(({ host }) => host === address);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'attacks-'));
    onDisk = join(folder, 'on-disk.yaml');
    writeFileSync(onDisk, component('smuggled'));
    content = await startContentServer();
    content.pages.set('/secret.yaml', { body: component('smuggled') });
    server = await startServer({
      kind,
      network: {
        names: {
          'allowed.test': ['203.0.113.10'],
          'allowed.test.evil.test': ['203.0.113.66'],
          'evil.test': ['203.0.113.66'],
          'rebind.test': ['203.0.113.10', METADATA],
          'rebind-to-loopback.test': ['203.0.113.10', '127.0.0.1'],
          'ghe.test': ['203.0.113.20'],
        },
        servers: ['203.0.113.10', '203.0.113.20', '203.0.113.66'],
      },
      config: {
        backend: {
          reading: {
            allow: [
              { host: `allowed.test:${content.port}` },
              { host: `rebind.test:${content.port}` },
              { host: `rebind-to-loopback.test:${content.port}` },
            ],
          },
        },
        integrations: {
          github: [
            {
              host: 'ghe.test',
              apiBaseUrl: url('ghe.test', '/api/v3'),
              token: GITHUB_TOKEN,
            },
          ],
        },
        // Later passes matter as much as the first.
        catalog: { processingInterval: { seconds: 1 } },
      },
    });
  });

  beforeAll(() => {
    for (const [name, body] of bodies) {
      const outcome = body();
      // Reported by the test of this name, which may look at it later.
      outcome.catch(() => {});
      running.set(name, outcome);
    }
  });

  afterAll(async () => {
    await server?.stop();
    await content?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  attack(
    'reads what it may read, so that the refusals below mean something',
    async () => {
      const target = serve(component('welcome'));
      expect((await register(server, target)).status).toBe(201);
      await arrival(server, 'component:default/welcome');
      expect(dialled('203.0.113.10').length).toBeGreaterThan(0);

      // An allowed host by another spelling is still that host.
      const shouted = serve(component('shouted')).replace(
        'allowed.test',
        'ALLOWED.Test',
      );
      await register(server, shouted);
      await arrival(server, 'component:default/shouted');
    },
  );

  describe('1. redirects (CVE-2026-24048)', () => {
    [301, 302, 303, 307, 308].forEach(status => {
      attack(
        `does not follow a ${status} to the metadata address`,
        async () => {
          const target = url(
            'allowed.test',
            redirect(`http://${METADATA}/latest/meta-data/`, status),
          );
          expect((await register(server, target)).status).toBe(201);
          await refusals(server, locationRef(target), 2);
          expect(dialledLiterally(METADATA)).toEqual([]);
        },
      );
    });

    const hops: [string, () => string][] = [
      ['loopback', () => url('127.0.0.1', '/secret.yaml')],
      ['another host', () => url('evil.test', '/secret.yaml')],
      ['no scheme', () => `//evil.test:${content.port}/secret.yaml`],
      [
        'the second hop',
        () => url('allowed.test', redirect(url('127.0.0.1', '/secret.yaml'))),
      ],
      ['a file', () => `file://${onDisk}`],
    ];
    hops.forEach(([name, location]) => {
      attack(`does not follow one to ${name}`, async () => {
        const target = url('allowed.test', redirect(location()));
        await register(server, target);
        await refusals(server, locationRef(target));
      });
    });

    attack('refuses a dry run with the same answer', async () => {
      const target = url(
        'allowed.test',
        redirect(`http://${METADATA}/latest/meta-data/`),
      );
      const { status, body } = await register(server, target, {
        query: '?dryRun=true',
      });
      expect(status).toBe(400);
      expect(body.error.message).toContain('not allowed');
      expect(dialledLiterally(METADATA)).toEqual([]);
    });

    // The host of an integration is one that the operator trusts, so this is no CVE of stock. When stock closes it, this test fails,
    // and the guard of the portal may go.
    attack(
      kind === 'stock'
        ? 'GAP of 1.55: follows one from the API of an integration'
        : 'does not follow one from the API of an integration',
      async () => {
        content.pages.set('/api/v3/repos/o/r/contents/catalog-info.yaml', {
          redirect: `http://${METADATA_OF_CONTAINERS}/v2/credentials`,
          status: 302,
        });
        const target = 'https://ghe.test/o/r/blob/main/catalog-info.yaml';
        await register(server, target);
        const [message] = await refusals(server, locationRef(target));
        expect(dialled('203.0.113.20').length).toBeGreaterThan(0);
        if (kind === 'stock') {
          expect(dialled(METADATA_OF_CONTAINERS).length).toBeGreaterThan(0);
        } else {
          expect(dialled(METADATA_OF_CONTAINERS)).toEqual([]);
          expect(message).toContain(
            `Reading from ${METADATA_OF_CONTAINERS}:80 is not allowed: it is a link-local address`,
          );
        }
      },
    );
  });

  describe('2. DNS rebinding', () => {
    attack('the address that was looked up is the one dialled', async () => {
      const target = serve(component('looked-up'));
      await register(server, target);
      await arrival(server, 'component:default/looked-up');
      expect(
        new Set(
          server.dials
            .filter(({ host }) => host === 'allowed.test')
            .map(({ address }) => address),
        ),
      ).toEqual(new Set(['203.0.113.10']));
    });

    // Stock looks at names only: what an allowed name resolves to is dialled. As above, this fails when stock changes.
    const rebindings: [string, string, string, string][] = [
      ['the metadata address', 'rebind.test', METADATA, 'link-local'],
      ['loopback', 'rebind-to-loopback.test', '127.0.0.1', 'loopback'],
    ];
    rebindings.forEach(([what, host, address, word]) => {
      attack(
        kind === 'stock'
          ? `GAP of 1.55: dials ${what} behind an allowed name`
          : `does not dial ${what} behind an allowed name`,
        async () => {
          const name = host.replace('.test', '');
          const path = `/${name}.yaml`;
          content.pages.set(path, { body: component(name) });
          const target = url(host, path);
          await register(server, target);
          await arrival(server, `component:default/${name}`);
          const dials = () =>
            server.dials.filter(
              dial => dial.host === host && dial.address === address,
            );
          if (kind === 'stock') {
            while (dials().length === 0) {
              await pause(100);
            }
          } else {
            const messages = await refusals(server, locationRef(target), 2);
            expect(messages.join()).toContain(
              `Reading from ${host}:${content.port} is not allowed: it resolves to a ${word} address, ${address}`,
            );
            expect(dials()).toEqual([]);
          }
        },
      );
    });
  });

  describe('3. odd notations of a host', () => {
    const notations: [string, () => string][] = [
      ['IPv4 in IPv6', () => url('[::ffff:127.0.0.1]', '/secret.yaml')],
      ['IPv6 loopback', () => url('[::1]', '/secret.yaml')],
      ['hexadecimal', () => url('0x7f.1', '/secret.yaml')],
      ['decimal', () => url('2130706433', '/secret.yaml')],
      ['octal', () => url('0177.0.0.1', '/secret.yaml')],
      ['short', () => url('127.1', '/secret.yaml')],
      ['full-width digits', () => url('１２７.0.0.1', '/secret.yaml')],
      ['localhost', () => url('localhost', '/secret.yaml')],
      ['LOCALHOST.', () => url('LOCALHOST.', '/secret.yaml')],
      [
        'an allowed name as user',
        () => url('allowed.test@evil.test', '/secret.yaml'),
      ],
      [
        'an allowed host as user and password',
        () =>
          `http://allowed.test:${content.port}@evil.test:${content.port}/secret.yaml`,
      ],
      [
        'a backslash before the @',
        () =>
          `http://evil.test:${content.port}\\@allowed.test:${content.port}/secret.yaml`,
      ],
      [
        'an allowed name as prefix',
        () => url('allowed.test.evil.test', '/secret.yaml'),
      ],
      ['a trailing dot', () => url('allowed.test.', '/secret.yaml')],
      [
        'a trailing dot, mixed case',
        () => url('Allowed.TEST.', '/secret.yaml'),
      ],
      ['mixed case', () => url('EVIL.Test', '/secret.yaml')],
      ['another port', () => 'http://allowed.test:1/secret.yaml'],
      ['no port', () => 'http://allowed.test/secret.yaml'],
      ['a file URL', () => `file://${onDisk}`],
    ];
    notations.forEach(([name, target]) => {
      attack(`${name} is refused`, async () => {
        const { status } = await register(server, target());
        if (status === 201) {
          await refusals(server, locationRef(target()));
        } else {
          expect(status).toBe(400);
        }
      });
    });
  });

  describe('4. files (CVE-2026-106496)', () => {
    attack('refuses to register one, and says so to the auditor', async () => {
      const guest = await guestToken(server);
      for (const token of [server.token, guest]) {
        for (const query of ['', '?dryRun=true']) {
          const { status } = await register(server, onDisk, {
            type: 'file',
            token,
            query,
          });
          expect([400, 403]).toContain(status);
        }
      }
      const events = auditEvents(server, 'location-mutate').filter(
        ({ meta, status }) =>
          status === 'failed' && meta?.location?.type === 'file',
      );
      expect(events.map(({ actor }) => actor.actorId)).toEqual(
        expect.arrayContaining(['conformance', 'user:default/guest']),
      );
      expect(events[0].errorMessage ?? JSON.stringify(events[0])).toContain(
        'allowed type',
      );
    });

    attack('refuses to turn a registered URL into one', async () => {
      const target = serve(component('stays'));
      const { body } = await register(server, target);
      const answer = await server.fetch(
        `/api/catalog/locations/${body.location.id}`,
        {
          method: 'PUT',
          body: JSON.stringify({ type: 'file', target: onDisk }),
        },
      );
      expect(answer.status).toBe(400);
    });

    attack('refuses one that a Location brings, on every pass', async () => {
      const target = serve(
        entity('Location', 'smuggler', { type: 'file', targets: [onDisk] }),
      );
      await register(server, target);
      const messages = await refusals(server, 'location:default/smuggler', 4);
      expect(new Set(messages)).toEqual(
        new Set([expect.stringContaining('must be of an allowed type')]),
      );
    });

    attack('refuses one that comes only on a later pass', async () => {
      const inner = serve(component('inner'));
      const target = serve(
        entity('Location', 'turncoat', { type: 'url', targets: [inner] }),
      );
      await register(server, target);
      await arrival(server, 'component:default/inner');
      content.pages.set(new URL(target).pathname, {
        body: entity('Location', 'turncoat', {
          type: 'file',
          targets: [onDisk],
        }),
      });
      await refusals(server, 'location:default/turncoat', 3);
    });

    attack('refuses one through a Location of a Location', async () => {
      const inner = serve(
        entity('Location', 'inner-smuggler', { type: 'file', target: onDisk }),
      );
      const target = serve(entity('Location', 'outer', { targets: [inner] }));
      await register(server, target);
      await refusals(server, 'location:default/inner-smuggler', 3);
    });

    attack('ignores annotations that claim to come from one', async () => {
      const target = serve(
        entity(
          'Location',
          'liar',
          { type: 'file', target: onDisk },
          {
            'backstage.io/managed-by-location': `file:${onDisk}`,
            'backstage.io/managed-by-origin-location': `file:${onDisk}`,
          },
        ),
      );
      await register(server, target);
      await refusals(server, 'location:default/liar', 3);
    });

    attack('does not read one for a placeholder', async () => {
      const target = serve(
        entity('API', 'reader', {
          type: 'openapi',
          lifecycle: 'production',
          owner: 'team',
          definition: { $text: `file://${onDisk}` },
        }),
      );
      await register(server, target);
      await refusals(server, 'api:default/reader', 2);
    });

    describe('by way of POST /validate-entity', () => {
      // The route lets annotations of the given entity overrule the location that it was told, so that a Location "comes
      // from" a file and may read files.
      const probe = (secret: string) =>
        server.fetch('/api/catalog/validate-entity', {
          method: 'POST',
          body: JSON.stringify({
            location: 'url:https://example.com/catalog-info.yaml',
            entity: JSON.parse(
              entity(
                'Location',
                'probe',
                { type: 'file', target: secret },
                {
                  'backstage.io/managed-by-location': `file:${secret}`,
                  'backstage.io/managed-by-origin-location': `file:${secret}`,
                },
              ),
            ),
          }),
        });

      attack(
        kind === 'stock'
          ? 'stock 1.55 reads any file and shows it in its error'
          : 'reads none',
        async () => {
          const secret = join(folder, 'secret.txt');
          writeFileSync(secret, 'password: [hunter2\n');
          const answer = await probe(secret);
          expect(answer.status).toBe(400);
          const text = await answer.text();
          if (kind === 'stock') {
            expect(text).toContain('hunter2');
          } else {
            expect(text).not.toContain('hunter2');
            expect(text).toContain('managed-by-location');
          }
        },
      );

      attack('tells nobody which files exist', async () => {
        const [there, gone] = await Promise.all([
          probe(onDisk),
          probe(join(folder, 'gone.yaml')),
        ]);
        expect(there.status === gone.status).toBe(kind !== 'stock');
      });

      attack('still validates what comes from a URL', async () => {
        const validate = (body: string) =>
          server.fetch('/api/catalog/validate-entity', {
            method: 'POST',
            body: JSON.stringify({
              location: 'url:https://example.com/catalog-info.yaml',
              entity: JSON.parse(body),
            }),
          });
        expect((await validate(component('good'))).status).toBe(200);
        expect((await validate(component('not good'))).status).toBe(400);
      });
    });
  });

  describe('7. kinds that a repository must not bring', () => {
    const kinds: [string, string, object][] = [
      [
        'Group',
        'group:default/admins',
        { type: 'team', children: [], members: ['mallory'] },
      ],
      [
        'User',
        'user:default/colleague',
        { profile: { email: 'colleague@example.com' }, memberOf: [] },
      ],
      ['Template', 'template:default/trap', { type: 'service', steps: [] }],
    ];
    kinds.forEach(([what, ref, spec]) => {
      attack(what, async () => {
        const target = serve(entity(what, ref.split('/')[1], spec));
        await register(server, target);
        const [message] = await refusals(server, locationRef(target), 2);
        expect(message).toContain('not of an allowed kind');
        expect(await hasEntity(server, ref)).toBe(false);

        const outer = serve(
          entity('Location', `brings-${what.toLowerCase()}`, {
            targets: [target],
          }),
        );
        await register(server, outer);
        await refusals(server, `location:default/brings-${what.toLowerCase()}`);
        expect(await hasEntity(server, ref)).toBe(false);
      });
    });
  });

  describe('after all of this', () => {
    beforeAll(() => Promise.allSettled(running.values()));

    it('nothing was written', async () => {
      expect(await hasEntity(server, SMUGGLED)).toBe(false);
    });

    it('nobody was dialled but the allowed hosts', () => {
      const addresses = new Set(
        server.dials
          // The gaps of stock above.
          .filter(
            ({ address, host }) =>
              kind !== 'stock' ||
              (address !== METADATA_OF_CONTAINERS &&
                !host.startsWith('rebind')),
          )
          .map(({ address }) => address),
      );
      expect([...addresses].sort()).toEqual(['203.0.113.10', '203.0.113.20']);
      expect(content.requests.map(({ path }) => path)).not.toContain(
        '/secret.yaml',
      );
    });

    it('no secret is in the log', () => {
      expect(server.log()).not.toContain(server.token);
      expect(server.log()).not.toContain(GITHUB_TOKEN);
    });

    it('each registration is in the audit log with its actor', () => {
      const events = auditEvents(server, 'location-mutate');
      expect(events.length).toBeGreaterThan(40);
      events.forEach(({ actor }) => expect(actor.actorId).toBeTruthy());
    });
  });
}
