import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { readerWithin, type RunReading } from '@callboard/plugin-github-node';
import type { AllowedLoopback } from './allowedLoopback';
import { type Reading, readingScope } from './readingScope';
import { usesInstanceCredentials } from './usesInstanceCredentials';

/** A reader whose readings, and what they leave to be read later, happen in the reading scope. */
export function scopedReader(options: {
  reader: UrlReaderService;
  allowedLoopback: AllowedLoopback;
}): UrlReaderService {
  const { reader, allowedLoopback } = options;

  const run: RunReading = async read => {
    const reading: Reading = { allowedLoopback };
    try {
      return await readingScope.run(reading, read);
    } catch (error) {
      throw reading.refusal ?? error;
    }
  };
  const guarded = readerWithin({ reader, run });
  const readerOf = (url: string) =>
    usesInstanceCredentials(url) ? reader : guarded;

  return {
    readUrl: async (url, readOptions) =>
      readerOf(url).readUrl(url, readOptions),
    readTree: async (url, readOptions) =>
      readerOf(url).readTree(url, readOptions),
    search: async (url, readOptions) => readerOf(url).search(url, readOptions),
    toString: () => String(reader),
  } as UrlReaderService;
}
