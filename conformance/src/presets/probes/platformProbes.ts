import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { knex } from 'knex';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { signInAtSandbox } from '@callboard/cli/src/testing/signInAtSandbox';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import { startAzureBlobs } from '../standIns/azureBlobs/startAzureBlobs';
import { startGcs } from '../standIns/gcs/startGcs';
import { startS3 } from '../standIns/s3/startS3';
import { testAuthority } from '../standIns/testAuthority';
import { type RunningPreset, startPreset } from '../startPreset';
import { component } from './component';
import { expectEntities } from './expectEntities';
import { expectNoGuest } from './expectSignIn';
import type { Probe } from './Probe';
import { temporaryFolder } from './temporaryFolder';

const recommended: Probe = async use => {
  const portal = await use(startPreset({ presets: ['recommended'] }));

  const radar = await portal.ask('/api/tech-radar/data');
  expect(radar.rings.length).toBeGreaterThan(0);
  expect(radar.quadrants).toHaveLength(4);
  expect(radar.entries.length).toBeGreaterThan(0);
};

const ownRadar: Probe = async use => {
  const { folder } = await use(temporaryFolder());
  const file = join(folder, 'radar.json');
  const own = {
    quadrants: [{ id: 'tools', name: 'Tools' }],
    rings: [{ id: 'use', name: 'Use', color: '#0a0' }],
    entries: [],
  };
  await writeFile(file, JSON.stringify(own));
  const portal = await use(
    startPreset({
      presets: ['recommended'],
      variables: { TECH_RADAR_FILE: file },
    }),
  );

  await expect(portal.ask('/api/tech-radar/data')).resolves.toMatchObject(own);
};

const docsS3: Probe = async use => {
  const key = { accessKeyId: 'AKIAPORTAL', secretAccessKey: 'secret-of-s3' };
  const s3 = await use(startS3({ bucket: 'docs', ...key }));
  const { folder } = await use(temporaryFolder());
  const docs = await writeDocs(folder);
  const portal = await use(
    startPreset({
      presets: ['docs-s3'],
      variables: {
        TECHDOCS_S3_BUCKET: 'docs',
        TECHDOCS_S3_REGION: 'us-east-1',
        TECHDOCS_S3_ENDPOINT: s3.url,
        TECHDOCS_S3_FORCE_PATH_STYLE: 'true',
        TECHDOCS_S3_CA_FILE: (await testAuthority()).caFile,
        TECHDOCS_S3_ACCESS_KEY_ID: key.accessKeyId,
        TECHDOCS_S3_SECRET_ACCESS_KEY: key.secretAccessKey,
      },
      config: { catalog: { locations: [docs] } },
    }),
  );

  await expectDocsIn({ portal, names: () => s3.objects.keys() });
  expect(s3.unknown).toEqual([]);
};

const docsAzure: Probe = async use => {
  const azure = await use(
    startAzureBlobs({ account: 'acme', key: 'c2VjcmV0', container: 'docs' }),
  );
  const { folder } = await use(temporaryFolder());
  const docs = await writeDocs(folder);
  const portal = await use(
    startPreset({
      presets: ['docs-azure'],
      variables: {
        TECHDOCS_AZURE_CONTAINER: 'docs',
        TECHDOCS_AZURE_CONNECTION_STRING: azure.connectionString,
        TECHDOCS_AZURE_CA_FILE: (await testAuthority()).caFile,
      },
      config: { catalog: { locations: [docs] } },
    }),
  );

  await expectDocsIn({ portal, names: () => azure.blobs.keys() });
  expect(azure.unknown).toEqual([]);
};

const docsGcs: Probe = async use => {
  const gcs = await use(startGcs({ bucket: 'docs' }));
  const { folder } = await use(temporaryFolder());
  const docs = await writeDocs(folder);
  const portal = await use(
    startPreset({
      presets: ['docs-gcs'],
      variables: {
        TECHDOCS_GCS_BUCKET: 'docs',
        TECHDOCS_GCS_PROJECT: 'acme',
        // The preset has no address of its own: Google has one. So its client is told by its own means.
        STORAGE_EMULATOR_HOST: gcs.url,
        NODE_EXTRA_CA_CERTS: (await testAuthority()).caFile,
      },
      config: { catalog: { locations: [docs] } },
    }),
  );

  await expectDocsIn({ portal, names: () => gcs.objects.keys() });
  expect(gcs.unknown).toEqual([]);
};

/** Builds docs, and finds them in the storage and in the portal. */
async function expectDocsIn(options: {
  portal: RunningPreset;
  names: () => Iterable<string>;
}) {
  const { portal, names } = options;
  await expectEntities(portal, ['component:default/web']);
  await portal.ask('/api/techdocs/sync/default/component/web');
  expect([...names()]).toContain('default/component/web/index.html');
  const page = await fetch(
    `${portal.url}/api/techdocs/static/docs/default/component/web/index.html`,
    { headers: { authorization: `Bearer ${portal.token}` } },
  );
  await expect(page.text()).resolves.toContain('Read me first');
}

/** A folder with a component and its documentation, and the location that brings it. */
async function writeDocs(folder: string) {
  const target = join(folder, 'catalog-info.yaml');
  await writeFile(
    target,
    component({ annotations: { 'backstage.io/techdocs-ref': 'dir:.' } }),
  );
  await writeFile(
    join(folder, 'mkdocs.yml'),
    'site_name: Web\nnav:\n  - Home: index.md\n',
  );
  await mkdir(join(folder, 'docs'));
  await writeFile(join(folder, 'docs', 'index.md'), '# Read me first\n');
  return { type: 'file', target };
}

/** Over TLS, with a certificate of an authority that only the variable names. */
const postgres: Probe = async use => {
  const { folder } = await use(temporaryFolder());
  const server = await use(
    startPostgres({ settings: await tlsSettings(folder) }),
  );
  const connection = await server.createDatabase('portal');
  const portal = await use(
    startPreset({
      presets: ['postgres'],
      variables: {
        POSTGRES_HOST: 'localhost',
        POSTGRES_PORT: String(connection.port),
        POSTGRES_DATABASE: 'portal',
        POSTGRES_USER: connection.user,
        POSTGRES_PASSWORD: connection.password,
        POSTGRES_CA_FILE: (await testAuthority()).caFile,
      },
      entities: component({}),
    }),
  );

  await expectEntities(portal, ['component:default/web']);
  const database = knex({ client: 'pg', connection });
  try {
    const { rows: schemas } = await database.raw(
      'SELECT schema_name AS name FROM information_schema.schemata',
    );
    expect(schemas.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['auth', 'catalog', 'scaffolder']),
    );
    const { rows: connections } = await database.raw(
      `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
       WHERE datname = 'portal' AND pid <> pg_backend_pid()`,
    );
    expect(connections).toEqual([{ ssl: true }]);
  } finally {
    await database.destroy();
  }
};

/** The server runs as another user, if this process is root, and reads its key only if it owns it. */
async function tlsSettings(folder: string): Promise<Record<string, string>> {
  const { key, cert } = await (await testAuthority()).issue();
  const files = { ssl_key_file: key, ssl_cert_file: cert };
  const settings: Record<string, string> = { ssl: 'on' };
  for (const [name, content] of Object.entries(files)) {
    settings[name] = join(folder, name);
    await writeFile(settings[name], content, { mode: 0o600 });
    if (process.getuid?.() === 0) {
      const { stdout } = await promisify(execFile)('id', ['-u', 'nobody']);
      await chown(settings[name], Number(stdout), 0);
    }
  }
  await chmod(folder, 0o755);
  return settings;
}

const demo: Probe = async use => {
  const portal = await use(startPreset({ presets: ['demo'] }));

  const token = await signInAtSandbox({
    portalUrl: portal.url,
    login: 'lena-fischer',
  });
  const info = await portal.ask('/api/auth/v1/userinfo', {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(info.claims.sub).toBe('user:default/lena-fischer');
  await expectNoGuest(portal);
  await expectEntities(portal, [
    'component:default/checkout-service',
    'group:default/checkout',
  ]);
};

export const platformProbes: Record<string, Probe> = {
  recommended,
  'recommended with a radar of your own': ownRadar,
  'docs-azure': docsAzure,
  'docs-gcs': docsGcs,
  'docs-s3': docsS3,
  postgres,
  demo,
};
