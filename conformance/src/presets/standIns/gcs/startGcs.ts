import { createHash } from 'node:crypto';
import {
  json,
  startStandIn,
  type StandIn,
  type StandInAnswer,
  type StandInRequest,
} from '../startStandIn';
import { crc32c } from './crc32c';

export interface GcsStandIn extends StandIn {
  /** What is in the bucket, by name. */
  objects: Map<string, Buffer>;
}

/**
 * Google Cloud Storage with one bucket, as its emulators answer: a client that has its address in `STORAGE_EMULATOR_HOST` sends no
 * credential.
 */
export async function startGcs(options: {
  bucket: string;
}): Promise<GcsStandIn> {
  const { bucket } = options;
  const objects = new Map<string, Buffer>();
  const root = `/b/${bucket}/o`;

  const get = ({ params, url }: StandInRequest): StandInAnswer => {
    const { name } = params;
    const content = objects.get(name);
    if (!content) return missing();
    return url.searchParams.get('alt') === 'media'
      ? {
          headers: {
            'content-type': 'application/octet-stream',
            'content-length': String(content.length),
            'x-goog-hash': `crc32c=${crc32c(content)}`,
          },
          body: content,
        }
      : json(describe({ bucket, name, content }));
  };

  const standIn = await startStandIn({
    name: 'Google Cloud Storage',
    routes: {
      [`GET /b/${bucket}`]: () => json({ name: bucket, id: bucket }),
      [`GET ${root}`]: ({ url }) => {
        const prefix = url.searchParams.get('prefix') ?? '';
        return json({
          items: [...objects]
            .filter(([name]) => name.startsWith(prefix))
            .map(([name, content]) => describe({ bucket, name, content })),
        });
      },
      // A session for one object, to which its content is sent then.
      [`POST /upload/storage/v1${root}`]: ({ url }) => ({
        headers: {
          location: `${url.origin}${url.pathname}?${new URLSearchParams({
            name: url.searchParams.get('name') ?? '',
            upload_id: '1',
          })}`,
        },
      }),
      [`PUT /upload/storage/v1${root}`]: ({ url, body }) => {
        const name = url.searchParams.get('name') ?? '';
        objects.set(name, body);
        return json(describe({ bucket, name, content: body }));
      },
      [`GET ${root}/*name`]: get,
      [`DELETE ${root}/*name`]: ({ params }) => {
        objects.delete(params.name);
        return { status: 204 };
      },
    },
  });
  return { ...standIn, objects };
}

function describe(options: { bucket: string; name: string; content: Buffer }) {
  const { bucket, name, content } = options;
  return {
    kind: 'storage#object',
    bucket,
    name,
    id: `${bucket}/${name}/1`,
    generation: '1',
    size: String(content.length),
    crc32c: crc32c(content),
    md5Hash: createHash('md5').update(content).digest('base64'),
  };
}

function missing(): StandInAnswer {
  return json({ error: { code: 404, message: 'Not Found' } }, { status: 404 });
}
