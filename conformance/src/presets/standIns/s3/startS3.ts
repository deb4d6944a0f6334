import { createHash } from 'node:crypto';
import {
  startStandIn,
  type StandIn,
  type StandInAnswer,
  type StandInRequest,
} from '../startStandIn';
import { decodeChunks } from './decodeChunks';
import { isSigned } from './isSigned';

export interface S3StandIn extends StandIn {
  /** What is in the bucket, by key. */
  objects: Map<string, Buffer>;
}

/** An S3-compatible service with one bucket, addressed by path. Signatures are checked. */
export async function startS3(options: {
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}): Promise<S3StandIn> {
  const { bucket } = options;
  const objects = new Map<string, Buffer>();

  const get = ({ params }: StandInRequest): StandInAnswer => {
    const body = objects.get(params.key);
    return body
      ? {
          headers: {
            'content-length': String(body.length),
            'content-type': 'binary/octet-stream',
            'last-modified': new Date(0).toUTCString(),
            etag: etagOf(body),
          },
          body,
        }
      : error({ status: 404, code: 'NoSuchKey' });
  };

  const standIn = await startStandIn({
    name: 'S3',
    refuse: request =>
      isSigned(request, options)
        ? undefined
        : error({ status: 403, code: 'SignatureDoesNotMatch' }),
    routes: {
      [`HEAD /${bucket}`]: () => ({ status: 200 }),
      [`GET /${bucket}`]: ({ url }) =>
        listObjects({
          bucket,
          objects,
          prefix: url.searchParams.get('prefix') ?? '',
        }),
      [`PUT /${bucket}/*key`]: ({ params, headers, body }) => {
        const content = String(headers['x-amz-content-sha256']).startsWith(
          'STREAMING-',
        )
          ? decodeChunks(body)
          : body;
        objects.set(params.key, content);
        return { headers: { etag: etagOf(content) } };
      },
      [`GET /${bucket}/*key`]: get,
      [`HEAD /${bucket}/*key`]: get,
      [`DELETE /${bucket}/*key`]: ({ params }) => {
        objects.delete(params.key);
        return { status: 204 };
      },
    },
  });
  return { ...standIn, objects };
}

function listObjects(options: {
  bucket: string;
  objects: Map<string, Buffer>;
  prefix: string;
}) {
  const { bucket, objects, prefix } = options;
  const found = [...objects].filter(([key]) => key.startsWith(prefix));
  return xml(`<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
<Name>${bucket}</Name><Prefix>${escape(prefix)}</Prefix><KeyCount>${
    found.length
  }</KeyCount>
<MaxKeys>${Math.max(
    found.length,
    1000,
  )}</MaxKeys><IsTruncated>false</IsTruncated>
${found
  .map(
    ([key, content]) =>
      `<Contents><Key>${escape(key)}</Key><Size>${
        content.length
      }</Size><ETag>${escape(etagOf(content))}</ETag></Contents>`,
  )
  .join('\n')}
</ListBucketResult>`);
}

function etagOf(content: Buffer) {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}

function error({ status, code }: { status: number; code: string }) {
  return xml(
    `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
    status,
  );
}

function xml(text: string, status = 200): StandInAnswer {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${text}`,
  };
}

function escape(text: string) {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
