import { nearUsers, type CatalogUser } from './nearUsers';

const user = (
  name: string,
  email?: string,
  displayName?: string,
): CatalogUser => ({
  userEntityRef: `user:default/${name}`,
  name,
  email,
  displayName,
});
const near = (...input: Parameters<typeof nearUsers>) =>
  nearUsers(...input).map(({ userEntityRef, because }) => [
    userEntityRef.replace('user:default/', ''),
    because,
  ]);

it('has the nearest first', () => {
  const users = [
    user('priya-raman'),
    user('someone', 'somebody@example.org', 'Priya Raman'),
    user('Priya-Ramon'),
    user('pr', 'priya.raman@old.example.org'),
    user('p1', 'Priya.Raman@example.org'),
    user('zed'),
  ];
  expect(
    near({
      person: {
        userName: 'PRIYA-RAMON',
        email: 'priya.raman@example.org',
        displayName: 'priya raman',
      },
      users,
    }),
  ).toEqual([
    ['p1', 'the same e-mail address'],
    ['Priya-Ramon', 'the same name'],
    ['pr', 'the same e-mail address before the @'],
    ['priya-raman', 'almost the same name'],
    ['someone', 'the same display name'],
  ]);
});

it('has at most five', () => {
  const users = Array.from({ length: 9 }, (_, index) => user(`grace${index}`));
  expect(near({ person: { userName: 'grace' }, users })).toHaveLength(5);
});

it('finds nobody near a short name, nor near nothing', () => {
  const users = [user('abc'), user('', '', '')];
  expect(near({ person: { userName: 'abd' }, users })).toEqual([]);
  expect(near({ person: {}, users })).toEqual([]);
});
