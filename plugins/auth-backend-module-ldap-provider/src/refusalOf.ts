import type { SignInFailureKind } from '@callboard/plugin-access-common';

/** Active Directory's reasons, in the text of its answer: https://ldapwiki.com/wiki/Wiki.jsp?page=Common%20Active%20Directory%20Bind%20Errors */
const ACTIVE_DIRECTORY: Record<string, SignInFailureKind> = {
  '532': 'password-expired',
  '533': 'account-disabled',
  '701': 'account-expired',
  '773': 'password-expired',
  '775': 'account-locked',
};

const PASSWORD_POLICY: Record<number, SignInFailureKind> = {
  0: 'password-expired',
  1: 'account-locked',
  2: 'password-expired',
};

/** What other directories write in a refusal that is not about the password. */
const WORDS: [SignInFailureKind, RegExp][] = [
  ['account-locked', /\block(?:ed|out)?\b|retry limit/i],
  ['account-disabled', /inactivated|disabled/i],
  ['password-expired', /password.*expired|must be (?:changed|reset)/i],
  ['account-expired', /account.*expired/i],
];

/** Why a directory refused somebody who exists; undefined where all it says is that the password is wrong. For operators alone. */
export function refusalOf(options: {
  /** Of the answer. */
  message: string;
  /** Of a `PasswordPolicyControl`. */
  policyError?: number;
  /** OpenLDAP's note on an entry. */
  lockedTime?: string;
}): { kind: SignInFailureKind; detail: string } | undefined {
  const { message, policyError, lockedTime } = options;
  const data = /AcceptSecurityContext error, data ([0-9a-f]+)/i.exec(
    message,
  )?.[1];
  if (data) {
    const kind = ACTIVE_DIRECTORY[data];
    return kind && { kind, detail: `the directory answered data ${data}` };
  }
  if (policyError !== undefined) {
    const kind = PASSWORD_POLICY[policyError];
    return (
      kind && {
        kind,
        detail: `the directory's password policy answered ${policyError}`,
      }
    );
  }
  if (lockedTime) {
    return {
      kind: 'account-locked',
      detail: `the directory refused the password, and has noted pwdAccountLockedTime ${lockedTime}`,
    };
  }
  const found = WORDS.find(([, pattern]) => pattern.test(message));
  return found && { kind: found[0], detail: `the directory says: ${message}` };
}
