import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  arrival,
  hasEntity,
  locationRef,
  refusals,
  register,
} from '../attacks/attempts';
import { ContentServer, startContentServer } from '../attacks/contentServer';
import { testData } from '../catalogs/testData';
import { RunningServer, startServer } from '../servers/startServer';

jest.setTimeout(60_000);

const folder = testData('templates');

/** As a published guide prints it, without `rules`. */
const SNIPPET = `
catalog:
  locations:
    - type: url
      target: https://github.com/IronCore864/backstage-test-template/blob/main/template.yaml
`;

(folder ? describe : describe.skip)(
  'a Template from a configured location',
  () => {
    let github: ContentServer;
    let server: RunningServer;
    let ref: string;

    beforeAll(async () => {
      const file = join(
        folder!,
        'IronCore864__backstage-test-template',
        'template.yaml',
      );
      const body = readFileSync(file, 'utf8');
      ref = `template:default/${parse(body).metadata.name}`.toLowerCase();
      github = await startContentServer();
      github.pages.set(
        '/raw/IronCore864/backstage-test-template/main/template.yaml',
        {
          body,
        },
      );
      github.pages.set('/raw/mallory/repo/main/template.yaml', {
        body: body.replace(/^ {2}name: .*$/m, '  name: trap'),
      });
      server = await startServer({
        kind: 'callboard',
        config: {
          integrations: {
            github: [
              {
                host: 'github.com',
                apiBaseUrl: `http://127.0.0.1:${github.port}`,
                rawBaseUrl: `http://127.0.0.1:${github.port}/raw`,
              },
            ],
          },
          ...parse(SNIPPET),
        },
      });
    });

    afterAll(async () => {
      await server?.stop();
      await github?.stop();
    });

    it('is taken as the snippet is written', async () => {
      await arrival(server, ref);
      expect(await hasEntity(server, ref)).toBe(true);
    });

    it('is refused from a location that a user registers', async () => {
      const target = 'https://github.com/mallory/repo/blob/main/template.yaml';
      expect((await register(server, target)).status).toBe(201);
      const [message] = await refusals(server, locationRef(target));
      expect(message).toContain('not of an allowed kind');
      expect(await hasEntity(server, 'template:default/trap')).toBe(false);
    });
  },
);
