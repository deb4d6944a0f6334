import {
  startStandIn,
  type StandIn,
  type StandInAnswer,
  type StandInRequest,
} from '../startStandIn';
import { isSharedKeySigned } from './isSharedKeySigned';

export interface AzureBlobsStandIn extends StandIn {
  /** With which a client finds it, and signs. */
  connectionString: string;
  /** What is in the container, by name. */
  blobs: Map<string, Buffer>;
}

const STAMP = {
  etag: '"0x8D"',
  'last-modified': new Date(0).toUTCString(),
};

/** Azure Blob Storage with one account and one container, addressed by path. Signatures are checked. */
export async function startAzureBlobs(options: {
  account: string;
  /** In base64. */
  key: string;
  container: string;
}): Promise<AzureBlobsStandIn> {
  const { account, key, container } = options;
  const blobs = new Map<string, Buffer>();
  const root = `/${account}/${container}`;

  const get = ({ params }: StandInRequest): StandInAnswer => {
    const body = blobs.get(params.name);
    return body
      ? {
          headers: {
            ...STAMP,
            'content-length': String(body.length),
            'content-type': 'application/octet-stream',
            'x-ms-blob-type': 'BlockBlob',
          },
          body,
        }
      : error({ status: 404, code: 'BlobNotFound' });
  };

  const standIn = await startStandIn({
    name: 'Azure Blob Storage',
    refuse: request =>
      isSharedKeySigned(request, options)
        ? undefined
        : error({ status: 403, code: 'AuthenticationFailed' }),
    routes: {
      [`GET ${root}`]: ({ url }) =>
        url.searchParams.get('comp') === 'list'
          ? list({ blobs, prefix: url.searchParams.get('prefix') ?? '' })
          : { headers: STAMP },
      [`PUT ${root}/*name`]: ({ params, body }) => {
        blobs.set(params.name, body);
        return { status: 201, headers: STAMP };
      },
      [`GET ${root}/*name`]: get,
      [`HEAD ${root}/*name`]: get,
      [`DELETE ${root}/*name`]: ({ params }) => {
        blobs.delete(params.name);
        return { status: 202 };
      },
    },
  });
  return {
    ...standIn,
    blobs,
    connectionString: [
      'DefaultEndpointsProtocol=https',
      `AccountName=${account}`,
      `AccountKey=${key}`,
      `BlobEndpoint=${standIn.url}/${account}`,
    ].join(';'),
  };
}

function list(options: {
  blobs: Map<string, Buffer>;
  prefix: string;
}): StandInAnswer {
  const found = [...options.blobs].filter(([name]) =>
    name.startsWith(options.prefix),
  );
  const items = found.map(
    ([name, body]) =>
      `<Blob><Name>${name}</Name><Properties><Content-Length>${body.length}</Content-Length><BlobType>BlockBlob</BlobType></Properties></Blob>`,
  );
  return xml(
    `<EnumerationResults><Blobs>${items.join(
      '',
    )}</Blobs><NextMarker /></EnumerationResults>`,
  );
}

function error(options: { status: number; code: string }): StandInAnswer {
  const { status, code } = options;
  const answer = xml(`<Error><Code>${code}</Code></Error>`);
  return {
    ...answer,
    status,
    headers: { ...answer.headers, 'x-ms-error-code': code },
  };
}

function xml(text: string): StandInAnswer {
  return {
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="utf-8"?>${text}`,
  };
}
