import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LogView } from './LogView';

const log = [
  '##[group]Run npm ci',
  'added 312 packages',
  '##[endgroup]',
  '\u001b[32m✓\u001b[0m sells one <b>by one</b>',
  '##[error]sells by the dozen',
].join('\n');

async function show(text: string, line?: number) {
  const onLine = jest.fn();
  await renderInTestApp(
    <LogView
      log={text}
      name="test"
      url="https://github.com/acme/shop/actions/runs/812/job/9"
      line={line}
      onLine={onLine}
    />,
  );
  const lines = await screen.findByRole('region', { name: 'Lines of test' });
  return { lines, onLine };
}

describe('LogView', () => {
  it('folds, and opens what is searched for by the keyboard', async () => {
    const { lines } = await show(log);
    const head = within(lines).getByRole('button', { name: 'Run npm ci' });
    expect(head).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('/');
    expect(
      screen.getByRole('searchbox', { name: 'Search in the log' }),
    ).toHaveFocus();
    await userEvent.keyboard('s');
    expect(screen.getByText('1 of 3')).toBeVisible();
    // The first is in the fold.
    expect(head).toHaveAttribute('aria-expanded', 'true');
    expect(lines).toHaveTextContent('added 312 packages');
    await userEvent.keyboard('ells{Enter}');
    expect(screen.getByText('2 of 2')).toBeVisible();
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(screen.getByText('1 of 2')).toBeVisible();
    expect(
      within(lines).getAllByText('sells', { selector: 'mark' }),
    ).toHaveLength(2);
    await userEvent.click(screen.getByRole('switch', { name: 'Only matches' }));
    expect(lines).not.toHaveTextContent('Run npm ci');
  });

  it('says that nothing was found', async () => {
    await show(log);
    await userEvent.keyboard('/none such');
    expect(screen.getByText('Not in this log')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Next match' })).toBeDisabled();
  });

  it('unfolds and folds everything', async () => {
    const { lines } = await show(log);
    await userEvent.click(screen.getByRole('button', { name: 'Unfold all' }));
    expect(lines).toHaveTextContent('added 312 packages');
    await userEvent.click(screen.getByRole('button', { name: 'Fold all' }));
    expect(lines).not.toHaveTextContent('added 312 packages');
  });

  it('draws only what is seen of 50,000 lines', async () => {
    const long = Array.from({ length: 50_000 }, (_, i) => `line ${i}`);
    const { lines } = await show(long.join('\n'));
    expect(within(lines).getByText('line 0')).toBeVisible();
    expect(
      within(lines).getAllByRole('button', { name: /^Line/ }).length,
    ).toBeLessThan(100);
    // What is found far away is scrolled to.
    await userEvent.keyboard('/49321');
    expect(
      await within(lines).findByText('49321', { selector: 'mark' }),
    ).toBeVisible();
  });
});
