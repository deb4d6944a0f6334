import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MANIFEST, openWizard } from '../__testUtils__/openWizard';

describe('WizardPage', () => {
  it('stays when a form cannot be drawn or checked, and offers a way on', async () => {
    const backend = openWizard({ ...MANIFEST, steps: undefined });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'Could not read the form of the template default/node-app',
    );
    backend.api.getTemplateParameterSchema.mockResolvedValue({
      ...MANIFEST,
      steps: [{ title: 'Page', schema: null }],
    } as never);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText(
        'The form of the template default/node-app cannot be shown',
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All templates' })).toBeVisible();
    backend.api.getTemplateParameterSchema.mockResolvedValue(MANIFEST as never);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await userEvent.type(await screen.findByLabelText(/^Name/), 'kept');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await screen.findByText('kept');

    // What a browser does with the rejection of stock's check.
    const rejection = new Event('unhandledrejection', { cancelable: true });
    Object.assign(rejection, { reason: new Error('no schema for "x"') });
    fireEvent(window, rejection);
    expect(
      await screen.findByText('This page of the form could not be checked'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.getByLabelText(/^Name/)).toHaveValue('kept'),
    );
  });
});
