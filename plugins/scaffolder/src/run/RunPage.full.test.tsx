import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answered, createBackend, TASK } from '../__testUtils__/createBackend';
import { renderCreate } from '../__testUtils__/renderCreate';

const PATH = '/create/tasks/task-1';

describe('RunPage', () => {
  it('asks before it cancels', async () => {
    const backend = createBackend();
    renderCreate({ path: PATH, backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Let it run' }),
    );
    expect(backend.api.cancelTask).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel the run' }),
    );
    expect(backend.api.cancelTask).toHaveBeenCalledWith('task-1');
  });

  it('starts over with the values that are no secrets, and none of them in the address', async () => {
    const backend = createBackend({
      task: {
        status: 'completed',
        spec: {
          ...TASK.spec,
          parameters: { name: 'door-times', apiKey: 'canary-77' },
        },
      },
      details: { status: 'completed', maskedParameters: ['apiKey'] },
    });
    backend.emit('completion');
    renderCreate({ path: PATH, backend });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start over' }),
    );
    expect(screen.getByTestId('where')).toHaveTextContent(
      /^\/create\/templates\/default\/node-service$/,
    );
    expect(screen.getByTestId('router-state')).toHaveTextContent(
      '{"formData":{"name":"door-times"}}',
    );
  });

  it.each([
    [403, 'This run is not yours to see', 'CALLBOARD_ADMINS'],
    [404, 'Could not read the run', 'There is no run with this id'],
    [500, 'Could not read the run', 'out of order'],
  ])('says what a %s means', async (status, title, words) => {
    const backend = createBackend();
    backend.state.refusal = await answered(
      status,
      'The database is out of order.',
    );
    renderCreate({ path: PATH, backend });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent(words);
    backend.state.refusal = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByTestId('run-status')).toBeVisible();
  });

  it('is drawn on stock’s backend, and for a run that no template checks', async () => {
    const backend = createBackend({
      task: {
        status: 'failed',
        spec: { ...TASK.spec, templateInfo: undefined },
      },
    });
    backend.state.details = undefined;
    backend.emit('completion', { error: { message: 'It broke.' } });
    renderCreate({ path: PATH, backend });
    expect(
      await screen.findByRole('alert', { name: 'Why it failed' }),
    ).toHaveTextContent('It broke.');
    expect(screen.queryByRole('button', { name: /^Retry/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull();
  });
});
