import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answered, createBackend } from '../__testUtils__/createBackend';
import { renderCreate } from '../__testUtils__/renderCreate';

const PATH = '/create/tasks/task-1';
const row = (name: RegExp) => screen.getByRole('button', { name });

describe('RunPage', () => {
  it('follows a run through a portal that goes away, to its failure, its retry and its end', async () => {
    const backend = createBackend();
    renderCreate({ path: PATH, backend });

    // While it runs.
    expect(await screen.findByTestId('run-status')).toHaveTextContent(
      'Running',
    );
    expect(screen.getByRole('link', { name: 'Node service' })).toHaveAttribute(
      'href',
      '/create/templates/default/node-service',
    );
    expect(screen.getByRole('link', { name: 'lena-fischer' })).toBeVisible();
    backend.step('fetch', 'processing', 'Beginning step');
    backend.step('fetch', 'completed', 'Finished step');
    backend.step(
      'publish',
      'processing',
      '\u001b[32minfo\u001b[39m: Creating <b>door-times</b>',
      {
        credential: {
          stepId: 'publish',
          kind: 'app',
          title: 'App "Callboard" of copperbell',
        },
      },
    );
    expect(await screen.findByText('Creating <b>door-times</b>')).toBeVisible();
    expect(
      screen.getByText('App "Callboard" of copperbell').parentElement,
    ).toHaveTextContent('Publishing with');
    expect(row(/^Fetch skeleton.*Done/)).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1');

    // Arrows.
    row(/^Fetch skeleton/).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(row(/^Register/)).toHaveFocus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    expect(row(/^Fetch skeleton/)).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('/bEGIN');
    expect(screen.getByText('1 of 2 lines')).toBeVisible();

    // The portal goes away and comes back; nothing is asked for twice.
    backend.goDown();
    expect(await screen.findByText(/The portal does not answer/)).toBeVisible();
    backend.comeBack();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await waitFor(() =>
      expect(screen.queryByText(/The portal does not answer/)).toBeNull(),
    );
    await waitFor(() => expect(backend.asked.at(-1)).toEqual({ after: 3 }));

    // It fails.
    backend.state.task.status = 'failed';
    backend.state.details = {
      ...backend.state.details!,
      status: 'failed',
      failedStep: 'publish',
      cause: {
        code: 'permission-missing',
        title: 'The App "Callboard" lacks Administration: write.',
        remedy: 'Grant it, then retry.',
        permission: 'Administration: write',
        link: 'https://github.test/apps/callboard/permissions',
        linkTitle: 'Grant it',
      },
      needs: [
        { name: 'parameters.apiKey', title: 'API key', kind: 'parameter' },
        {
          name: 'parameters.pins',
          title: 'Pins',
          kind: 'parameter',
          format: 'json',
        },
      ],
    };
    backend.step(
      'publish',
      'failed',
      'HttpError: Resource not accessible\n    at Object.x (/srv/app/index.js:3:4)',
    );
    backend.emit('completion', {
      error: { message: 'Resource not accessible\n    at y (/srv/a.js:1:2)' },
    });
    const alert = await screen.findByRole('alert', { name: 'Why it failed' });
    await waitFor(() =>
      expect(alert).toHaveTextContent('lacks Administration: write'),
    );
    expect(
      within(alert).getByRole('link', { name: /^Grant it/ }),
    ).toHaveAttribute('href', 'https://github.test/apps/callboard/permissions');
    expect(document.body).not.toHaveTextContent('/srv/');
    expect(row(/^Register.*Not run/)).toBeVisible();

    // Retry asks for the secret, and the secret goes nowhere else.
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Retry from the failed step' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Retry from “Publish”?',
    });
    const field = within(dialog).getByLabelText(/^API key/);
    expect(field).toHaveAttribute('type', 'password');
    expect(field).toHaveAttribute('autocomplete', 'off');
    const send = within(dialog).getByRole('button', { name: 'Retry' });
    expect(send).toBeDisabled();
    await userEvent.type(field, 'canary-5f1d');
    const pins = within(dialog).getByLabelText(/^Pins/);
    await userEvent.type(pins, '7,');
    expect(send).toBeDisabled();
    await userEvent.clear(pins);
    await userEvent.type(pins, '7');
    backend.runs.retry.mockRejectedValueOnce(
      await answered(409, 'The run is being retried by somebody else.'),
    );
    await userEvent.click(send);
    expect(await within(dialog).findByText(/by somebody else/)).toBeVisible();
    backend.state.task.status = 'processing';
    backend.state.details = {
      ...backend.state.details!,
      status: 'processing',
      cause: undefined,
      failedStep: undefined,
      needs: [],
      attempts: 2,
      recoveredAt: '2026-11-27T10:05:00.000Z',
    };
    await userEvent.click(send);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(backend.runs.retry).toHaveBeenLastCalledWith({
      taskId: 'task-1',
      secrets: { 'parameters.apiKey': 'canary-5f1d', 'parameters.pins': '7' },
    });
    expect(document.documentElement.outerHTML).not.toContain('canary');
    expect(screen.getByTestId('where')).toHaveTextContent(PATH);
    expect(
      JSON.stringify({ ...localStorage, ...sessionStorage }),
    ).not.toContain('canary');

    // What was done stays done, and the run ends.
    backend.emit('recovered');
    expect(await screen.findByText('Attempt 2')).toBeVisible();
    expect(screen.getByText(/Resumed after a restart/)).toBeVisible();
    expect(row(/^Fetch skeleton.*Done/)).toBeVisible();
    expect(row(/^Publish.*Waiting/)).toBeVisible();
    backend.step('publish', 'completed');
    backend.step('register', 'completed');
    backend.state.task.status = 'completed';
    backend.emit('completion', {
      output: {
        links: [{ title: 'Repository', url: 'https://github.test/acme/x' }],
        text: [{ title: 'Next', content: 'Look at **it**' }],
      },
    });
    expect(
      await screen.findByRole('button', { name: 'Repository' }),
    ).toBeVisible();
    expect(screen.getByTestId('run-status')).toHaveTextContent('Done');
    expect(screen.queryByRole('button', { name: /^Retry/ })).toBeNull();
  });
});
