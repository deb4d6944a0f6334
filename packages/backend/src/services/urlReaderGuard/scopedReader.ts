import type {
  UrlReaderService,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import type { AllowedLoopback } from './allowedLoopback';
import { Reading, readingScope } from './readingScope';
import { usesInstanceCredentials } from './usesInstanceCredentials';

type Run = <T>(read: () => Promise<T>) => Promise<T>;

/** A reader whose readings, and what they leave to be read later, happen in the reading scope. */
export function scopedReader(options: {
  reader: UrlReaderService;
  allowedLoopback: AllowedLoopback;
}): UrlReaderService {
  const { reader, allowedLoopback } = options;

  const run: Run = async read => {
    const reading: Reading = { allowedLoopback };
    try {
      return await readingScope.run(reading, read);
    } catch (error) {
      throw reading.refusal ?? error;
    }
  };

  return {
    readUrl: async (url, readOptions) =>
      usesInstanceCredentials(url)
        ? reader.readUrl(url, readOptions)
        : urlResponse(await run(() => reader.readUrl(url, readOptions)), run),
    readTree: async (url, readOptions) =>
      usesInstanceCredentials(url)
        ? reader.readTree(url, readOptions)
        : treeResponse(await run(() => reader.readTree(url, readOptions)), run),
    search: async (url, readOptions) =>
      usesInstanceCredentials(url)
        ? reader.search(url, readOptions)
        : searchResponse(await run(() => reader.search(url, readOptions)), run),
    toString: () => String(reader),
  } as UrlReaderService;
}

function urlResponse(
  response: UrlReaderServiceReadUrlResponse,
  run: Run,
): UrlReaderServiceReadUrlResponse {
  const { stream } = response;
  return {
    ...response,
    buffer: () => run(() => response.buffer()),
    // The connection of a stream is open already.
    ...(stream && { stream: () => stream.call(response) }),
  };
}

function treeResponse(
  response: UrlReaderServiceReadTreeResponse,
  run: Run,
): UrlReaderServiceReadTreeResponse {
  return {
    etag: response.etag,
    files: async () => lazyFiles(await run(() => response.files()), run),
    archive: () => run(() => response.archive()),
    dir: dirOptions => run(() => response.dir(dirOptions)),
  };
}

function searchResponse(
  response: UrlReaderServiceSearchResponse,
  run: Run,
): UrlReaderServiceSearchResponse {
  return { ...response, files: lazyFiles(response.files, run) };
}

/** Most readers fetch a file only when its content is asked for. */
function lazyFiles<T extends { content(): Promise<Buffer> }>(
  files: T[],
  run: Run,
): T[] {
  return files.map(file => ({
    ...file,
    content: () => run(() => file.content()),
  }));
}
