import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import { eventually } from '../presets/probes/eventually';
import { startPreset, type RunningPreset } from '../presets/startPreset';
import { liveOneSession } from './liveOneSession';
import { startPeople, type People } from './startPeople';

jest.setTimeout(240_000);

const PEOPLE = 50;
const FOR_MS = 30_000;

let people: People;
let folder: string;
/** One file for all replicas: they share a catalog, and so have to agree on where it comes from. */
let catalogFile: string;

beforeAll(async () => {
  people = await startPeople({ count: PEOPLE });
  folder = await mkdtemp(join(tmpdir(), 'callboard-soak-'));
  catalogFile = join(folder, 'people.yaml');
  await writeFile(catalogFile, people.entities);
});
afterAll(async () => {
  await people.stop();
  await rm(folder, { recursive: true, force: true });
});

function start(options: {
  presets: string[];
  variables?: Record<string, string>;
}): Promise<RunningPreset> {
  return startPreset({
    ...options,
    config: {
      catalog: {
        locations: [
          { type: 'file', target: catalogFile, rules: [{ allow: ['User'] }] },
        ],
      },
      auth: {
        environment: 'production',
        providers: {
          github: {
            production: {
              clientId: 'soak',
              clientSecret: 'soak',
              enterpriseInstanceUrl: people.url,
              signIn: {
                resolvers: [{ resolver: 'usernameMatchingUserEntityName' }],
              },
            },
          },
        },
      },
    },
  });
}

/** Everybody signs in and out, over and over, at the same time. Resolves to what went wrong, and how many sessions there were. */
async function soak(portals: RunningPreset[]) {
  await eventually(async () => {
    const { totalItems } = await portals
      .at(-1)!
      .ask('/api/catalog/entities/by-query?limit=0&filter=kind=user');
    expect(totalItems).toBe(PEOPLE);
  });
  const problems: string[] = [];
  let sessions = 0;
  const deadline = Date.now() + FOR_MS;
  await Promise.all(
    people.logins.map(async (login, index) => {
      for (let request = index; Date.now() < deadline; ) {
        await liveOneSession({
          login,
          portal: () => portals[request++ % portals.length].url,
        }).catch(error => problems.push(String(error)));
        sessions += 1;
      }
    }),
  );
  return { problems: problems.slice(0, 5), sessions };
}

it('fifty people sign in and out at once, and nobody is taken for another', async () => {
  const portal = await start({ presets: ['mcp'] });
  try {
    const { problems, sessions } = await soak([portal]);
    expect(problems).toEqual([]);
    expect(sessions).toBeGreaterThanOrEqual(PEOPLE);
  } finally {
    await portal.stop();
  }
});

it('the same at two replicas on PostgreSQL', async () => {
  const server = await startPostgres();
  const portals: RunningPreset[] = [];
  try {
    for (let replica = 0; replica < 2; replica++) {
      portals.push(
        await start({
          presets: ['mcp', 'postgres'],
          variables: {
            POSTGRES_HOST: server.host,
            POSTGRES_PORT: String(server.port),
            POSTGRES_USER: server.user,
            POSTGRES_PASSWORD: server.password,
            POSTGRES_DATABASE: 'postgres',
            POSTGRES_TLS: 'false',
          },
        }),
      );
    }
    const { problems, sessions } = await soak(portals);
    expect(problems).toEqual([]);
    expect(sessions).toBeGreaterThanOrEqual(PEOPLE);
  } finally {
    for (const portal of portals) await portal.stop();
    await server.stop();
  }
});
