import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { signInAtSandbox } from '@callboard/cli/src/testing/signInAtSandbox';
import { untilEntity } from '../github/stock/fromCatalog';
import {
  openStockGitHub,
  type StockGitHub,
} from '../github/stock/openStockGitHub';
import { eventually } from '../presets/probes/eventually';

jest.setTimeout(300_000);

/** What GitHub has just done, and not answered yet, when the portal is killed. */
const MOMENTS: Array<[name: string, step: string, matches: RegExp]> = [
  ['while-fetching', 'fetch-base', /^GET \S+\/(tarball|zipball)/],
  ['while-creating', 'publish', /^POST \/(api\/v3\/)?orgs\/acme\/repos 201/],
  ['while-pushing', 'publish', /^POST \S+\/git-receive-pack 200/],
  ['while-protecting', 'publish', /^PUT \S+\/branches\/main\/protection/],
  ['while-registering', 'register', /^GET \S+catalog-info\.yaml/],
];

/** What the portal logs when the step begins. */
const registers = (name: string) => new RegExp(`Registering \\S+${name}`);

describe('a portal that is killed in the middle of a run', () => {
  let folder: string;
  let stock: StockGitHub;
  let token: string;
  /** What is done with each request that GitHub has served, before its answer leaves. */
  let onServed: (line: string) => void = () => {};
  /** Repositories that the company itself was made with. */
  let madeBefore: number;

  /** How often GitHub has made a repository. */
  const countMade = () =>
    stock.sandbox.sandbox.requests
      .all()
      .filter(
        ({ method, path, status }) =>
          method === 'POST' &&
          path.includes('orgs/acme/repos') &&
          status === 201,
      ).length;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'killed-runs-'));
    stock = await openStockGitHub({
      kind: 'callboardGitHub',
      config: {
        backend: {
          database: {
            client: 'better-sqlite3',
            connection: { directory: folder },
          },
          workingDirectory: folder,
        },
        scaffolder: {
          taskRecovery: { enabled: true, staleTimeout: { seconds: 3 } },
        },
        callboard: { templates: { key: 'k'.repeat(64) } },
      },
    });
    token = await signInAtSandbox({
      portalUrl: stock.server.url,
      login: 'olivia',
    });
    await untilEntity(stock, 'template:default/service', {});
    const { requests } = stock.sandbox.sandbox;
    const add = requests.add.bind(requests);
    requests.add = request => {
      add(request);
      onServed(`${request.method} ${request.path} ${request.status}`);
    };
    madeBefore = countMade();
  });
  afterAll(async () => {
    await stock?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Kills the portal after GitHub did what was asked and before it answers. */
  const killedAt = (moment: { name: string; step: string; matches: RegExp }) =>
    new Promise<void>(resolve => {
      const { name, step, matches } = moment;
      onServed = line => {
        const isOfRun =
          line.includes(name) || /orgs\/acme\/repos|templates/.test(line);
        // The catalog reads a new repository's descriptor, too, before the run asks for it.
        const isTooEarly =
          step === 'register' && !registers(name).test(stock.server.log());
        if (isOfRun && matches.test(line) && !isTooEarly) {
          onServed = () => {};
          stock.server.kill();
          resolve();
        }
      };
    });

  it.each(MOMENTS)(
    '%s goes on in step %s, once',
    async (name, step, matches) => {
      const died = killedAt({ name, step, matches });
      const { id } = await stock.ask('/api/scaffolder/v2/tasks', {
        token,
        body: {
          templateRef: 'template:default/service',
          values: { name, owner: 'acme' },
        },
      });
      await died;
      await stock.server.restart();

      const task = await eventually(async () => {
        const found = await stock.ask(`/api/scaffolder/v2/tasks/${id}`, {
          token,
        });
        if (!['completed', 'failed'].includes(found.status)) {
          throw new Error(`The task is ${found.status}`);
        }
        return found;
      });
      const events: any[] = await stock.ask(
        `/api/scaffolder/v2/tasks/${id}/events`,
        { token },
      );
      const log = events.map(({ body }) => body.message).join('\n');
      expect(`${task.status}\n${log}`).toMatch(/^completed/);

      // What was done before the step in which it died is not done again.
      const started = events.filter(
        ({ body }) => body.status === 'processing' && body.stepId,
      );
      const timesOf = (stepId: string) =>
        started.filter(({ body }) => body.stepId === stepId).length;
      for (const earlier of ['fetch-base', 'publish', 'register']) {
        if (earlier === step) {
          break;
        }
        expect([earlier, timesOf(earlier)]).toEqual([earlier, 1]);
      }

      const commits = await stock.call(
        `GET /repos/acme/${name}/commits`,
        'olivia',
      );
      expect(commits).toHaveLength(1);
      await untilEntity(stock, `component:default/${name}`, {});
      expect(countMade()).toBe(
        MOMENTS.findIndex(([other]) => other === name) + 1 + madeBefore,
      );
    },
  );
});
