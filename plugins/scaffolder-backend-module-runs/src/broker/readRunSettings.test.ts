import { mockServices } from '@backstage/backend-test-utils';
import { readRunSettings } from './readRunSettings';

const read = (data: object) =>
  readRunSettings({ config: mockServices.rootConfig({ data: data as any }) });

it("has stock's defaults", () => {
  expect(read({})).toMatchObject({
    recovers: false,
    staleMs: 30_000,
    taskTimeoutMs: 86_400_000,
    keepFailedMs: 7 * 86_400_000,
    heartMs: 2_000,
  });
});

it('reads the new and the older keys of stock', () => {
  const taskRecovery = { enabled: true, staleTimeout: { seconds: 5 } };
  expect(read({ scaffolder: { taskRecovery } })).toMatchObject({
    ...{ recovers: true, staleMs: 5_000, heartMs: 500 },
  });
  expect(
    read({
      scaffolder: {
        EXPERIMENTAL_recoverTasks: true,
        EXPERIMENTAL_recoverTasksTimeout: '1m',
      },
    }),
  ).toMatchObject({ recovers: true, staleMs: 60_000 });
});

it('refuses a workspace provider that would get nothing', () => {
  const scaffolder = (workspaceProvider: string) => ({
    scaffolder: { taskRecovery: { workspaceProvider } },
  });
  expect(() => read(scaffolder('gcs'))).toThrow(
    "scaffolder.taskRecovery.workspaceProvider is 'gcs'",
  );
  expect(() => read(scaffolder('database'))).not.toThrow();
});
