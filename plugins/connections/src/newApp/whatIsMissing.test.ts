import type { AppChoice } from './AppFields';
import { whatIsMissing } from './whatIsMissing';

const choice: AppChoice = {
  host: 'github.com',
  owner: 'organization',
  organization: 'acme',
  name: '',
  webhook: true,
  keep: 'store',
};
const some = new Set(['people']);

describe('whatIsMissing', () => {
  it('is nothing once all is chosen', () => {
    expect(whatIsMissing({ choice, chosen: some })).toBeUndefined();
    const mine = { ...choice, owner: 'person' as const, organization: '' };
    expect(whatIsMissing({ choice: mine, chosen: some })).toBeUndefined();
  });

  it('names everything that is missing', () => {
    expect(
      whatIsMissing({
        choice: { ...choice, organization: ' ' },
        chosen: new Set(),
      }),
    ).toBe('First name the organisation and choose what the App is for.');
    expect(
      whatIsMissing({ choice: { ...choice, host: '' }, chosen: some }),
    ).toBe('First name the GitHub.');
  });
});
