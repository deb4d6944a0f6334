import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Cut } from './Cut';

const items = Array.from({ length: 30 }, (_, index) => index + 1);

function show(options: { most: number; kept?: number }) {
  const { most, kept } = options;
  render(
    <Cut items={items} most={most} keeps={item => item === kept}>
      {shown => <p data-testid="shown">{shown.join(' ')}</p>}
    </Cut>,
  );
  return () => screen.getByTestId('shown').textContent;
}

describe('Cut', () => {
  it('shows the first and what is kept, then all, then the first again', async () => {
    const shown = show({ most: 3, kept: 29 });
    expect(shown()).toBe('1 2 3 29');
    await userEvent.click(screen.getByRole('button', { name: 'Show 26 more' }));
    expect(shown()).toBe(items.join(' '));
    const fewer = screen.getByRole('button', { name: 'Show fewer' });
    expect(fewer).toHaveAttribute('aria-expanded', 'true');
    expect(fewer).toHaveFocus();
    await userEvent.click(fewer);
    expect(shown()).toBe('1 2 3 29');
  });

  it('has no button where nothing is hidden', () => {
    expect(show({ most: 30 })()).toBe(items.join(' '));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
