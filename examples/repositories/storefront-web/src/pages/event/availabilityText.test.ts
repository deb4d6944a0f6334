import { availabilityText } from './availabilityText';

test('never says how many are left', () => {
  expect(availabilityText('FEW')).not.toMatch(/\d/);
});
