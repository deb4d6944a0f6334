import { normalUserRef } from './normalUserRef';

it('names a user in full', () => {
  expect(normalUserRef('Olivia')).toBe('user:default/olivia');
});

it('refuses what is not a user, or longer in full than the tables take', () => {
  expect(() => normalUserRef('group:default/a')).toThrow('name a User');
  expect(() => normalUserRef('')).toThrow('not an entity reference');
  expect(() => normalUserRef('a'.repeat(380))).toThrow('longer than 380');
  expect(normalUserRef('a'.repeat(367))).toHaveLength(380);
});
