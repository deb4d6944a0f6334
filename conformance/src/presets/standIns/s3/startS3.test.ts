import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { testAuthority } from '../testAuthority';
import { startS3, type S3StandIn } from './startS3';

const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' };

let s3: S3StandIn;

beforeAll(async () => (await testAuthority()).trust());
beforeEach(async () => {
  s3 = await startS3({ bucket: 'docs', ...credentials });
});
afterEach(() => s3.close());

const createClient = (secretAccessKey = credentials.secretAccessKey) =>
  new S3Client({
    endpoint: s3.url,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { ...credentials, secretAccessKey },
  });

it('answers the client of Amazon', async () => {
  const client = createClient();
  const Bucket = 'docs';

  await client.send(new HeadBucketCommand({ Bucket }));
  await client.send(
    new PutObjectCommand({ Bucket, Key: 'a b/index.html', Body: 'hello' }),
  );
  await new Upload({
    client,
    params: { Bucket, Key: 'stream', Body: Readable.from(['str', 'eam']) },
  }).done();
  const object = await client.send(
    new GetObjectCommand({ Bucket, Key: 'a b/index.html' }),
  );
  await expect(object.Body!.transformToString()).resolves.toBe('hello');
  const { Contents } = await client.send(
    new ListObjectsV2Command({ Bucket, Prefix: 'a b/' }),
  );
  expect(Contents).toMatchObject([{ Key: 'a b/index.html', Size: 5 }]);
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'a b/index.html' }));

  expect([...s3.objects].map(([key, body]) => [key, body.toString()])).toEqual([
    ['stream', 'stream'],
  ]);
  expect(s3.unknown).toEqual([]);
});

it('refuses another secret', async () => {
  await expect(
    createClient('other').send(new ListObjectsV2Command({ Bucket: 'docs' })),
  ).rejects.toThrow('SignatureDoesNotMatch');
});
