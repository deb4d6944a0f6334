import {
  type CatalogProcessor,
  type CatalogProcessorParser,
  type CatalogProcessorResult,
  parseEntityYaml,
} from '@backstage/plugin-catalog-node';
import type {
  FilesAnswer,
  KnownRepository,
  MirrorView,
} from '../../../store/MirrorView';
import { settingsOf } from '../../__testUtils__/settingsOf';
import { viewOf } from '../../__testUtils__/viewOf';
import type { Found } from '../createLookUp';
import { MirrorReader } from '../MirrorReader';

export const PAGE = 'https://github.com/acme/shop';
export const TARGET = `${PAGE}/tree/main/catalog-info.yaml`;

const parser: CatalogProcessorParser = async function* parse({
  data,
  location,
}) {
  yield* parseEntityYaml(data, location);
};

/** Lets a processor read; `isRead` is what it answers. */
export async function read(options: {
  processor: CatalogProcessor;
  target?: string;
  optional?: boolean;
}) {
  const { processor, target = TARGET, optional = false } = options;
  const emitted: CatalogProcessorResult[] = [];
  const cache = { get: async () => undefined, set: async () => {} };
  const isRead = await processor.readLocation!(
    { type: 'url', target },
    optional,
    result => emitted.push(result),
    parser,
    cache,
  );
  return { isRead, emitted };
}

export function mirror(options: {
  files?: Record<string, FilesAnswer>;
  repositories?: KnownRepository[];
  settings?: ReturnType<typeof settingsOf>;
  /** What GitHub says when it is asked. */
  found?: Found;
  registered?: MirrorView['registered'];
}) {
  return new MirrorReader({
    view: async () => ({
      ...viewOf(options),
      registered: options.registered,
    }),
    lookUp: async () => options.found ?? { state: 'not-found' },
    hosts: () => ['github.com'],
    settings: options.settings ?? settingsOf(),
  });
}

/** Errors are compared by their words. */
export function plain(result: CatalogProcessorResult) {
  return result.type === 'error'
    ? { ...result, error: String(result.error) }
    : result;
}

export const COMPONENT = `kind: Component
metadata:
  name: shop
  annotations:
    own/one: stays
`;
