import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfigReader } from '@backstage/config';
import { readSandbox } from './readSandbox';
import { SandboxBanner } from './SandboxBanner';

const sandbox = {
  url: 'http://localhost:7008',
  organization: 'copperbell',
  operators: ['team cloud-platform', 'mel'],
};

it('leads to the sandbox, and says how to connect the real GitHub', async () => {
  render(<SandboxBanner sandbox={sandbox} />);
  expect(screen.getByRole('region', { name: 'Sandbox' })).toHaveTextContent(
    'This is a sandbox',
  );
  expect(screen.getByRole('link')).toHaveAttribute(
    'href',
    'http://localhost:7008/copperbell',
  );

  await userEvent.click(
    screen.getByRole('button', { name: 'Connect the real one' }),
  );
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('/api/auth/github/handler/frame');
  expect(dialog).toHaveTextContent('presets check github,github-auth');

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('is there only where the configuration names a sandbox', () => {
  expect(readSandbox(new ConfigReader({}))).toBeUndefined();
  expect(
    readSandbox(
      new ConfigReader({
        callboard: {
          sandbox: {
            ...sandbox,
            operators: ['group:default/cloud-platform', 'user:default/mel'],
          },
        },
      }),
    ),
  ).toEqual(sandbox);
});
