import type {
  UrlReaderService,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';

/** Runs a reading, or a part of one. */
export type RunReading = <T>(read: () => Promise<T>) => Promise<T>;

/** A reader whose every reading, and what a reading leaves to be read later, is run by `run`. */
export function readerWithin(options: {
  reader: UrlReaderService;
  run: RunReading;
}): UrlReaderService {
  const { reader, run } = options;
  return {
    readUrl: async (url, readOptions) =>
      urlResponse(await run(() => reader.readUrl(url, readOptions)), run),
    readTree: async (url, readOptions) =>
      treeResponse(await run(() => reader.readTree(url, readOptions)), run),
    search: async (url, readOptions) =>
      searchResponse(await run(() => reader.search(url, readOptions)), run),
    toString: () => String(reader),
  } as UrlReaderService;
}

function urlResponse(
  response: UrlReaderServiceReadUrlResponse,
  run: RunReading,
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
  run: RunReading,
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
  run: RunReading,
): UrlReaderServiceSearchResponse {
  return { ...response, files: lazyFiles(response.files, run) };
}

/** Most readers fetch a file only when its content is asked for. */
function lazyFiles<T extends { content(): Promise<Buffer> }>(
  files: T[],
  run: RunReading,
): T[] {
  return files.map(file => ({
    ...file,
    content: () => run(() => file.content()),
  }));
}
