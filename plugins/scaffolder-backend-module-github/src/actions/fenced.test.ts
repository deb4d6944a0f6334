import { ConflictError } from '@backstage/errors';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- what a broker does, which is no part of the package's API
import { enterRun } from '@callboard/plugin-scaffolder-backend-module-runs/src/broker/currentRun';
import {
  startActions,
  type StartedActions,
} from '../__testUtils__/startActions';

let started: StartedActions;
beforeAll(async () => {
  started = await startActions();
});
afterAll(() => started.stop());

/** Runs a step within a run that another process takes over after so many questions. */
async function runUntilTaken(options: { repo: string; questions: number }) {
  const { repo, questions } = options;
  const told: unknown[] = [];
  const noted: unknown[] = [];
  let asked = 0;
  let takenAt = Infinity;
  const step = await started.step({
    id: 'publish:github',
    input: { repoUrl: started.repoUrl(repo), topics: ['service'] },
  });
  const since = started.last();
  const within = async () => {
    enterRun({
      taskId: 'task',
      createdAt: new Date().toISOString(),
      async assertMine() {
        asked += 1;
        if (asked <= questions) return;
        takenAt = Math.min(takenAt, started.last());
        throw new ConflictError('Another process has taken the run over');
      },
      begin: async () => ({ wasBegun: false, refused: async () => {} }),
      async tell(event) {
        told.push(event);
      },
      noteFailure: error => noted.push(error),
    });
    await step.attempt();
  };
  const error = await within().then(
    () => undefined,
    thrown => thrown,
  );
  const changes = (lines: string[]) =>
    lines.filter(line => /^(POST|PUT|PATCH|DELETE) /.test(line));
  return {
    error,
    noted,
    told,
    before: changes(started.asked(since)),
    after: takenAt === Infinity ? [] : changes(started.asked(takenAt)),
    questions: asked,
  };
}

it('changes nothing more once another process has taken the run over, wherever it is', async () => {
  const whole = await runUntilTaken({ repo: 'whole', questions: Infinity });
  expect(whole.error).toBeUndefined();
  expect(whole.before).toHaveLength(4);
  expect(whole.questions).toBeGreaterThanOrEqual(whole.before.length);

  for (let questions = 0; questions < whole.questions; questions += 4) {
    const taken = await runUntilTaken({
      repo: `taken-${questions}`,
      questions,
    });
    expect(String(taken.error)).toContain('taken the run over');
    expect(taken.noted).toEqual([taken.error]);
    expect(taken.after).toEqual([]);
    expect(taken.before.length).toBeLessThan(whole.before.length);
  }
});

it('tells the run with which credential it publishes', async () => {
  const { told } = await runUntilTaken({ repo: 'told', questions: 2 });
  const { id, name } = started.sandbox.app;
  expect(told).toEqual([
    {
      message: `Publishing with ${name} (App ${id}) of acme`,
      stepId: 'step',
      credential: {
        stepId: 'step',
        kind: 'app',
        title: `${name} (App ${id}) of acme`,
        id: expect.stringMatching(/^app:/),
      },
    },
  ]);
});
