import { render, screen } from '@testing-library/react';
import type { StepStatus } from '../run/RunState';
import { CredentialLine } from './CredentialLine';

const app = { stepId: 'a', kind: 'app', title: 'App 1' } as const;
const none = { stepId: 'a', kind: 'none', title: '' } as const;

describe('CredentialLine', () => {
  it.each<[StepStatus, string, string]>([
    ['running', 'Publishing with App 1', 'Running with App 1'],
    ['done', 'Published with App 1', 'Ran with App 1'],
    ['failed', 'Tried to publish with App 1', 'Tried with App 1'],
    ['cancelled', 'Tried to publish with App 1', 'Tried with App 1'],
    // A retry begins with it.
    ['waiting', 'Tried to publish with App 1', 'Tried with App 1'],
  ])('says what a step that is %s did', (status, published, ran) => {
    const { container, rerender } = render(
      <CredentialLine
        credential={app}
        action="publish:github"
        status={status}
      />,
    );
    expect(container.textContent).toBe(published);
    rerender(
      <CredentialLine credential={app} action="fetch:plain" status={status} />,
    );
    expect(container.textContent).toBe(ran);
  });

  it('says that no credential served, and why', () => {
    render(
      <CredentialLine
        credential={{ ...none, passedOver: ['App 1 is not installed there.'] }}
        action="publish:github"
        status="failed"
      />,
    );
    expect(
      screen.getByText('Tried to publish without a credential'),
    ).toBeVisible();
    expect(screen.getByText('App 1 is not installed there.')).toBeVisible();
  });
});
