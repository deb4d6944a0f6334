import { readFileSync } from 'node:fs';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  githubUrlReaderFactory,
  rootGithubServiceFactory,
} from '@callboard/plugin-github-node';
import type { ReaderReport, ReaderSettings } from './readerMessages';

/** A backend whose plugins read files by `coreServices.urlReader`, as `ReaderSettings` say, until the process is ended. */
async function main() {
  const file = process.argv[2];
  const settings: ReaderSettings = JSON.parse(readFileSync(file, 'utf8'));
  const readers: UrlReaderService[] = [];
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(settings.config, file),
    }),
  );
  if (settings.reader === 'callboard') {
    backend.add(rootGithubServiceFactory);
    backend.add(githubUrlReaderFactory);
  }
  for (const pluginId of settings.plugins) {
    backend.add(
      createBackendPlugin({
        pluginId,
        register(registry) {
          registry.registerInit({
            deps: { reader: coreServices.urlReader },
            async init({ reader }) {
              readers.push(reader);
            },
          });
        },
      }),
    );
  }
  await backend.start();
  const started = performance.now();
  const bytes = await readAll({ ...settings, readers });
  report({ type: 'read', ms: performance.now() - started, bytes });
}

async function readAll(options: {
  readers: UrlReaderService[];
  files: string[];
  inFlight: number;
}): Promise<number> {
  const { readers, files, inFlight } = options;
  const left = files.map((url, index) => ({
    url,
    reader: readers[index % readers.length],
  }));
  let bytes = 0;
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const response = await next.reader.readUrl(next.url);
      bytes += (await response.buffer()).length;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  return bytes;
}

function report(message: ReaderReport) {
  process.send?.(message);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
