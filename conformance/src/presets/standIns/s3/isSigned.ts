import { createHash, createHmac } from 'node:crypto';
import type { StandInRequest } from '../startStandIn';

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** Whether a request is signed with this key, as version 4 of Amazon's signatures prescribes. */
export function isSigned(
  { method, url, headers }: StandInRequest,
  key: { accessKeyId: string; secretAccessKey: string },
): boolean {
  const match = headers.authorization?.match(AUTHORIZATION);
  if (!match || match[1] !== key.accessKeyId) {
    return false;
  }
  const [, , date, region, signedHeaders, signature] = match;
  const query = [...url.searchParams]
    .map(pair => pair.map(encode).join('='))
    .sort()
    .join('&');
  const canonical = [
    method,
    url.pathname,
    query,
    ...signedHeaders
      .split(';')
      .map(name => `${name}:${String(headers[name]).trim()}`),
    '',
    signedHeaders,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const toSign = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'],
    `${date}/${region}/s3/aws4_request`,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const signingKey = [date, region, 's3', 'aws4_request'].reduce<
    string | Buffer
  >(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${key.secretAccessKey}`,
  );
  return (
    createHmac('sha256', signingKey).update(toSign).digest('hex') === signature
  );
}

function encode(text: string) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
