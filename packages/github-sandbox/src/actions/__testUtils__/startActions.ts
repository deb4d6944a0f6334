import { startTestSandbox } from '../../testing/startTestSandbox';

type Started = Awaited<ReturnType<typeof startTestSandbox>>;

/** A test sandbox with what tests of Actions do again and again in `acme/shop`. */
export async function startActions(
  options: Parameters<typeof startTestSandbox>[0] = {},
) {
  const test: Started = await startTestSandbox(options);
  const { call, sandbox } = test;
  const actions = '/repos/acme/shop/actions';

  return {
    ...test,
    /** Fails if anything went wrong inside. */
    async stop() {
      await test.stop();
      if (test.errors.length > 0) throw test.errors[0];
    },
    /** Writes files to a branch as Olivia, one commit each, and waits until what follows from them has ended. */
    async commit(
      files: Record<string, string>,
      more: { branch?: string; message?: string } = {},
    ) {
      const { branch = 'main', message = 'Change' } = more;
      for (const [path, content] of Object.entries(files)) {
        const target = `/repos/acme/shop/contents/${path}`;
        const existing = await call(`GET ${target}?ref=${branch}`, {
          as: 'olivia',
        });
        const answer = await call(`PUT ${target}`, {
          as: 'olivia',
          body: {
            message,
            branch,
            content: Buffer.from(content).toString('base64'),
            ...(existing.body?.sha && { sha: existing.body.sha }),
          },
        });
        if (answer.status >= 300) throw new Error(answer.text);
      }
      await sandbox.settled();
    },
    async read(path: string) {
      const answer = await call(`GET ${actions}${path}`, { as: 'olivia' });
      if (answer.status !== 200) {
        throw new Error(`${path}: ${answer.status} ${answer.text}`);
      }
      return answer.body;
    },
    /** Changes something and waits for what follows. */
    async send(path: string, body?: unknown, method = 'POST') {
      const answer = await call(`${method} ${actions}${path}`, {
        as: 'olivia',
        body,
      });
      await sandbox.settled();
      return answer;
    },
    /** The newest run. */
    async latestRun(query = '') {
      const answer = await call(`GET ${actions}/runs?per_page=1${query}`);
      return answer.body.workflow_runs[0];
    },
    /** Conclusions, or else states, of the jobs of a run by name. */
    async jobsOf(run: { id: number }) {
      const { body } = await call(`GET ${actions}/runs/${run.id}/jobs`);
      return Object.fromEntries(
        body.jobs.map((job: any) => [job.name, job.conclusion ?? job.status]),
      ) as Record<string, string>;
    },
    /** The log of the first job of a run without its times and colours. */
    async logOf(run: { id: number }) {
      const { body } = await call(`GET ${actions}/runs/${run.id}/jobs`);
      const answer = await call(`GET ${actions}/jobs/${body.jobs[0].id}/logs`, {
        as: 'mel',
      });
      const response = await fetch(answer.headers.get('location')!);
      const text = await response.text();
      return text
        .replace(/^\S+ /gm, '')
        .replaceAll('\u001b[36;1m', '')
        .replaceAll('\u001b[0m', '');
    },
  };
}

/** A workflow with one job that runs a script. */
export function workflow(options: {
  on?: string;
  run: string;
  /** Lines of the job beside its steps. */
  job?: string[];
  /** Lines of the file beside `on` and `jobs`. */
  file?: string[];
}): string {
  const { on = 'push', run, job = [], file = [] } = options;
  return [
    `on: ${on}`,
    ...file,
    'jobs:',
    '  build:',
    '    runs-on: ubuntu-latest',
    ...job.map(line => `    ${line}`),
    '    steps:',
    '      - name: Do it',
    `        run: ${run}`,
    '',
  ].join('\n');
}
