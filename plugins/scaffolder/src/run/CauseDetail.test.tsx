import type { RunCause } from '@callboard/plugin-scaffolder-common';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CauseDetail } from './CauseDetail';

const TAKEN: RunCause = {
  code: 'name-taken',
  title: 'There is a repository acme/shop already',
  remedy: 'Start over with another name.',
  detail:
    'Repository creation failed.: {"message":"name already exists on this account"}',
};

describe('CauseDetail', () => {
  it('folds what GitHub said behind a line that a click and the keyboard open', async () => {
    render(<CauseDetail cause={TAKEN} />);
    const summary = screen.getByText('What GitHub said');
    expect(screen.getByText(/Repository creation failed/)).not.toBeVisible();
    expect(summary.tagName).toBe('SUMMARY');
    await userEvent.tab();
    expect(summary).toHaveFocus();
    await userEvent.click(summary);
    expect(screen.getByText(/Repository creation failed/)).toBeVisible();
  });

  it('shows it at once where the sentence does not say what is wrong', () => {
    render(
      <CauseDetail
        cause={{
          code: 'unknown',
          title: 'The step "lint" (my:lint) failed',
          remedy: 'Read what the step says in its log.',
          detail: 'line 3 is too long',
        }}
      />,
    );
    expect(screen.getByText('What the step said')).toBeVisible();
    expect(screen.getByText('line 3 is too long')).toBeVisible();
  });

  it.each([
    ['nothing was said', undefined],
    [
      'the sentence says the same',
      'there is a repository "acme/shop" already.',
    ],
    ['the advice says the same', 'Start over with another name'],
  ])('is not there where %s', (_, detail) => {
    const { container } = render(<CauseDetail cause={{ ...TAKEN, detail }} />);
    expect(container).toBeEmptyDOMElement();
  });
});
