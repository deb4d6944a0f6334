import type { ControlRoute } from '../ControlRoute';

export const stateRoutes: ControlRoute[] = [
  {
    method: 'GET',
    path: '/state',
    summary: 'How many records of each kind there are.',
    handle({ sandbox }) {
      return {
        body: {
          records: Object.fromEntries(
            Object.entries(sandbox.state).map(([name, table]) => [
              name,
              table.size,
            ]),
          ),
          organisations: sandbox.state.organisations
            .all()
            .map(({ login, samlEnforced }) => ({ login, samlEnforced })),
          requests: sandbox.requests.count(),
        },
      };
    },
  },
  {
    method: 'POST',
    path: '/settle',
    summary:
      'Answers once nothing goes on in the background: deliveries, workflow runs. What waits for the clock is not waited for.',
    async handle({ sandbox }) {
      await sandbox.settled();
      return { body: { settled: true } };
    },
  },
];
