import { type BerReader, Control } from 'ldapts';

const ERROR_TAG = 0x81;
const WARNING_TAG = 0xa0;

/**
 * Asks a directory to say why it refuses a password (draft-behera-ldap-password-policy-11, 6). After the bind, refused or not, `error` is what
 * it said: 0 the password has expired, 1 the account is locked, 2 the password must be changed. Directories that do not know it take no notice.
 */
export class PasswordPolicyControl extends Control {
  error?: number;

  constructor() {
    super('1.3.6.1.4.1.42.2.27.8.5.1');
  }

  protected parseControl(reader: BerReader): void {
    if (reader.readSequence() === null) return;
    if (reader.peek() === WARNING_TAG) reader.readString(WARNING_TAG, true);
    if (reader.peek() === ERROR_TAG) {
      this.error = reader.readString(ERROR_TAG, true)?.[0];
    }
  }
}
