import fs from 'node:fs/promises';
import {
  ReadUrlResponseFactory,
  urlReaderFactoriesServiceRef,
} from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createServiceFactory,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';

/** `file:` and a path that is absolute or relative to the root of the portal. */
const FILE = /^file:(?:\/\/(?=\/))?(.+)$/;

/**
 * Lets the tech radar read the file that `techRadar.url` names. Only that plugin gets the reader, and only for that one file: to all
 * others, files of the host stay out of reach.
 */
export const radarFileReader = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {
    config: coreServices.rootConfig,
    plugin: coreServices.pluginMetadata,
  },
  factory({ config, plugin }) {
    const url = config.getOptionalString('techRadar.url') ?? '';
    const [, file] = FILE.exec(url) ?? [];
    if (plugin.getId() !== 'tech-radar' || !file) {
      return () => [];
    }
    const { href } = new URL(url);
    return () => [
      { reader: fileReader(file), predicate: asked => asked.href === href },
    ];
  },
});

function fileReader(file: string): UrlReaderService {
  const refuse = async () => {
    throw new NotAllowedError('Only the file of the tech radar can be read');
  };
  return {
    readUrl: async () =>
      ReadUrlResponseFactory.fromReadable(
        (await fs.open(file)).createReadStream(),
      ),
    readTree: refuse,
    search: refuse,
  };
}
