import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { Publisher } from '@backstage/plugin-techdocs-node';
import { startAzureBlobs } from './azureBlobs/startAzureBlobs';
import { startGcs } from './gcs/startGcs';
import { testAuthority } from './testAuthority';

jest.setTimeout(60_000);

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'web' },
};
const METADATA = { site_name: 'Web', etag: 'one' };

let folder: string;

beforeAll(async () => (await testAuthority()).trust());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docs-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Publishes a site of two pages, then of one, and tells what is left. */
async function publishTwice(options: {
  publisher: object;
  names: () => Iterable<string>;
}) {
  const publisher = await Publisher.fromConfig(
    mockServices.rootConfig({
      data: { techdocs: { publisher: options.publisher } },
    }),
    {
      logger: mockServices.logger.mock(),
      discovery: mockServices.discovery(),
    },
  );
  await expect(publisher.getReadiness()).resolves.toEqual({
    isAvailable: true,
  });
  await expect(publisher.hasDocsBeenGenerated(ENTITY)).resolves.toBe(false);
  await writeFile(join(folder, 'index.html'), '<h1>Read me first</h1>');
  await writeFile(
    join(folder, 'techdocs_metadata.json'),
    JSON.stringify(METADATA),
  );
  await mkdir(join(folder, 'old'));
  await writeFile(join(folder, 'old', 'index.html'), 'old');
  await publisher.publish({ entity: ENTITY, directory: folder });
  expect([...options.names()]).toContain(
    'default/component/web/old/index.html',
  );

  await rm(join(folder, 'old'), { recursive: true });
  await publisher.publish({ entity: ENTITY, directory: folder });
  await expect(publisher.hasDocsBeenGenerated(ENTITY)).resolves.toBe(true);
  await expect(
    publisher.fetchTechDocsMetadata({ ...ENTITY.metadata, kind: ENTITY.kind }),
  ).resolves.toEqual(METADATA);
  return [...options.names()].sort();
}

const LEFT = [
  'default/component/web/index.html',
  'default/component/web/techdocs_metadata.json',
];

it('Azure Blob Storage answers the publisher of TechDocs', async () => {
  const azure = await startAzureBlobs({
    account: 'acme',
    key: 'c2VjcmV0',
    container: 'docs',
  });
  const { connectionString } = azure;
  await expect(
    publishTwice({
      publisher: {
        type: 'azureBlobStorage',
        azureBlobStorage: { containerName: 'docs', connectionString },
      },
      names: () => azure.blobs.keys(),
    }),
  ).resolves.toEqual(LEFT);
  expect(azure.unknown).toEqual([]);
  await azure.close();
});

it('Azure Blob Storage refuses another key', async () => {
  const azure = await startAzureBlobs({
    account: 'acme',
    key: 'c2VjcmV0',
    container: 'docs',
  });
  const publisher = await Publisher.fromConfig(
    mockServices.rootConfig({
      data: {
        techdocs: {
          publisher: {
            type: 'azureBlobStorage',
            azureBlobStorage: {
              containerName: 'docs',
              connectionString: azure.connectionString.replace(
                'c2VjcmV0',
                'b3RoZXI=',
              ),
            },
          },
        },
      },
    }),
    {
      logger: mockServices.logger.mock(),
      discovery: mockServices.discovery(),
    },
  );
  await expect(publisher.getReadiness()).resolves.toEqual({
    isAvailable: false,
  });
  await azure.close();
});

it('Google Cloud Storage answers the publisher of TechDocs', async () => {
  const gcs = await startGcs({ bucket: 'docs' });
  process.env.STORAGE_EMULATOR_HOST = gcs.url;
  try {
    await expect(
      publishTwice({
        publisher: {
          type: 'googleGcs',
          googleGcs: { bucketName: 'docs', projectId: 'acme' },
        },
        names: () => gcs.objects.keys(),
      }),
    ).resolves.toEqual(LEFT);
    expect(gcs.unknown).toEqual([]);
  } finally {
    delete process.env.STORAGE_EMULATOR_HOST;
    await gcs.close();
  }
});
