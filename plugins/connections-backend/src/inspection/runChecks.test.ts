import { mockServices } from '@backstage/backend-test-utils';
import type { CheckInput } from '../checks/Check';
import { runChecks } from './runChecks';

describe('runChecks', () => {
  it('does not wait longer than it may, and tells the check to stop', async () => {
    let aborted = false;
    const results = await runChecks({
      mostMs: 1,
      input: {
        context: { logger: mockServices.logger.mock() },
      } as unknown as CheckInput,
      checks: [
        {
          id: 'endless',
          group: 'connections',
          title: 'It ends',
          run: ({ signal }) =>
            new Promise(() => {
              signal.addEventListener('abort', () => {
                aborted = true;
              });
            }),
        },
      ],
    });
    expect(results).toEqual([
      {
        id: 'endless',
        group: 'connections',
        check: 'It ends',
        status: 'fail',
        cause: 'This could not be tested: it took longer than 1 seconds',
        remedy:
          'Run the check again. If it fails again, the log of the portal has more.',
        links: [],
      },
    ]);
    expect(aborted).toBe(true);
  });
});
