import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answered } from '../__testUtils__/createBackend';
import { MANIFEST, openWizard } from '../__testUtils__/openWizard';

describe('WizardPage', () => {
  it('masks secrets, mends unknown fields, shows what it would do, says why it was not begun, and begins', async () => {
    const backend = openWizard();

    // The form: secrets cannot be read, what the portal lacks is text.
    await userEvent.type(await screen.findByLabelText(/^Name/), 'door-times');
    for (const name of [/^API key/, /^Token/]) {
      const field = screen.getByLabelText(name);
      expect(field).toHaveAttribute('type', 'password');
      expect(field).toHaveAttribute('autocomplete', 'off');
      await userEvent.type(field, 'canary-19');
    }
    await userEvent.type(screen.getByLabelText(/^Cluster/), 'blue');
    // The only one: nothing is told of the template's problems.
    const note = screen.getByRole('note');
    expect(note).toHaveTextContent(
      'Cluster asks for the field GSClusterPicker',
    );
    expect(note).toHaveTextContent('Size asks for the widget slider');

    // The review.
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(await screen.findAllByText('******')).toHaveLength(2);
    expect(document.documentElement.outerHTML).not.toContain('canary');

    // A dry run that fails, then one that tells.
    backend.api.dryRun.mockRejectedValueOnce(
      await answered(400, 'Invalid input passed to action publish:github'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show it' }));
    const plan = screen.getByRole('region', { name: 'What it would do' });
    expect(await within(plan).findByRole('alert')).toHaveTextContent(
      'Invalid input passed to action publish:github',
    );
    backend.api.dryRun.mockResolvedValueOnce({
      directoryContents: [
        { path: 'src/index.js', base64Content: btoa('hello()') },
        { path: 'logo.png', base64Content: btoa('\0\x01') },
      ],
      log: [],
      output: {},
      steps: [{ id: 'publish', name: 'Publish', action: 'publish:github' }],
      calls: [
        {
          stepId: 'publish',
          method: 'POST',
          url: 'https://api.github.com/orgs/acme/repos',
          permission: {
            name: 'administration',
            access: 'write',
            title: 'Administration: write',
          },
          granted: false,
        },
      ],
      unplanned: [
        { stepId: 'x', action: 'http:request', reason: 'has no dry run.' },
      ],
      maskedParameters: ['apiKey'],
    } as never);
    await userEvent.click(
      within(plan).getByRole('button', { name: 'Look again' }),
    );
    const call = await within(plan).findByRole('button', {
      name: /Missing.*POST.*orgs\/acme\/repos.*Administration: write/,
    });
    await userEvent.click(call);
    expect(
      within(plan).getByText('Needs Administration: write, which is missing.'),
    ).toBeVisible();
    expect(within(plan).getByText('1 permission missing')).toBeVisible();
    expect(plan).toHaveTextContent('http:request has no dry run.');
    expect(plan).toHaveTextContent('reads ${{ parameters.ci }}');
    await userEvent.click(
      within(plan).getByRole('button', { name: /^index\.js/ }),
    );
    expect(within(plan).getByText('hello()')).toBeVisible();
    const [{ template, values, secrets }] = backend.api.dryRun.mock.lastCall!;
    expect(template.spec.steps[0].input?.url).toBe(
      'https://github.com/acme/templates/tree/main/node/skeleton',
    );
    expect(values).toMatchObject({ name: 'door-times', apiKey: 'canary-19' });
    expect(secrets).toEqual({ token: 'canary-19' });

    // It is refused, then begun.
    backend.api.scaffold.mockRejectedValueOnce(
      new Error(
        'Backend request failed, 400 Bad Request {"errors":[{"property":"instance.name","message":"is too short","instance":"canary-19"}]}',
      ),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    expect(await screen.findByText('name is too short')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Create' }));
    expect(await screen.findByTestId('run-status')).toBeVisible();
    expect(backend.api.scaffold).toHaveBeenLastCalledWith({
      templateRef: 'template:default/node-app',
      values: expect.objectContaining({ apiKey: 'canary-19', cluster: 'blue' }),
      secrets: { token: 'canary-19' },
    });
    expect(screen.getByTestId('where')).toHaveTextContent(
      /^\/create\/tasks\/task-1$/,
    );
  });

  it('tells what is wrong with the template where the backend says so, as it orders it', async () => {
    const problem = (level: string, index: number) => ({
      level,
      key: `spec.steps[${index}].input`,
      message: `Wrong ${index}.`,
      remedy: 'Mend it.',
    });
    openWizard({
      ...MANIFEST,
      problems: [
        problem('error', 5),
        ...[0, 1, 2, 3, 4].map(index => problem('warning', index)),
      ],
    });
    const note = await screen.findByRole('note', {
      name: 'Problems of the template',
    });
    expect(note).toHaveTextContent('This template has 6 problems');
    expect(note).toHaveTextContent(
      /see this\.spec\.steps\[5\]\.input Wrong 5\. Mend it\.spec\.steps\[0\]/,
    );
    expect(note).toHaveTextContent('And 1 more');
    expect(note).not.toHaveTextContent('Wrong 4.');
  });
});
