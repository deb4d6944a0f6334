import { readBytes } from './readBytes';

/** No form here has more, file contents included. */
const LARGEST_FORM = 10 * 1024 * 1024;

const known = new WeakMap<Request, Promise<FormData | undefined>>();

/** The fields of a form as it was sent; undefined where it is none, or too large. May be asked for more than once. */
export function readFields(request: Request): Promise<FormData | undefined> {
  const fields = known.get(request) ?? read(request);
  known.set(request, fields);
  return fields;
}

async function read(request: Request): Promise<FormData | undefined> {
  const body = await readBytes({ request, most: LARGEST_FORM });
  if (body.outcome === 'tooLarge') return undefined;
  const type = request.headers.get('content-type') ?? '';
  return new Response(new Uint8Array(body.bytes), {
    headers: { 'content-type': type },
  })
    .formData()
    .catch(() => undefined);
}
