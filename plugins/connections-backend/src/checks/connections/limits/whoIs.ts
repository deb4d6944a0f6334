import type { CheckInput } from '../../Check';
import { appTitle } from '../../text/appTitle';
import { tokenTitle } from '../../text/tokenTitle';

/** A credential as the budget names it, in words: `App "Callboard" on acme`, `the token 1a2b3c4d of mel`. */
export function whoIs(options: {
  /** An id; of an installation with its owner behind a space. */
  credential: string;
  hosts: CheckInput['hosts'];
}): string {
  const { credential, hosts } = options;
  if (credential === 'none') return 'requests without a credential';
  const [id, owner] = credential.split(' ');
  const app = hosts
    .flatMap(({ apps }) => apps)
    .find(({ credentialId }) => credentialId === id);
  if (app) return `${appTitle(app)}${owner ? ` on ${owner}` : ''}`;
  const token = hosts
    .flatMap(({ tokens }) => tokens)
    .find(({ credentialId }) => credentialId === id);
  return token ? tokenTitle(token) : credential;
}
