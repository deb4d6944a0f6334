import { refusalOf } from './refusalOf';

const answer = (data: string) =>
  `80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data ${data}, v2580\0 Code: 0x31`;

it.each([
  ['775', 'account-locked'],
  ['532', 'password-expired'],
  ['773', 'password-expired'],
  ['701', 'account-expired'],
  ['533', 'account-disabled'],
])("knows Active Directory's data %s as %s", (data, kind) => {
  expect(refusalOf({ message: answer(data) })).toEqual({
    kind,
    detail: `the directory answered data ${data}`,
  });
});

it.each(['52e', '525', '530'])('tells nothing from data %s', data => {
  expect(refusalOf({ message: answer(data) })).toBeUndefined();
});

it('knows the password policies of other directories', () => {
  const message = 'Invalid credentials during a bind operation. Code: 0x31';
  const kindOf = (more: object) => refusalOf({ message, ...more })?.kind;
  expect(kindOf({})).toBeUndefined();
  expect(kindOf({ policyError: 1 })).toBe('account-locked');
  expect(kindOf({ policyError: 0 })).toBe('password-expired');
  expect(kindOf({ policyError: 2 })).toBe('password-expired');
  expect(kindOf({ policyError: 8 })).toBeUndefined();
  expect(kindOf({ lockedTime: '000001010000Z' })).toBe('account-locked');
  expect(
    refusalOf({ message: 'Exceed password retry limit. Please try later.' })
      ?.kind,
  ).toBe('account-locked');
  expect(
    refusalOf({
      message: 'Account inactivated. Contact system administrator.',
    })?.kind,
  ).toBe('account-disabled');
});
