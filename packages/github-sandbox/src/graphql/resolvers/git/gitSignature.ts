import type { Commit } from '../../../git';
import type { GraphqlContext } from '../../GraphqlContext';
import { gitActor } from './gitActor';

/** The signature of a commit. The sandbox knows no keys: none is verified. */
export function gitSignature(options: {
  commit: Commit;
  context: GraphqlContext;
}) {
  const { commit, context } = options;
  const { signature, payload, committer } = commit;
  if (!signature) return null;
  return {
    __typename: signature.includes('SSH SIGNATURE')
      ? ('SshSignature' as const)
      : ('GpgSignature' as const),
    email: committer.email,
    isValid: false,
    payload: payload ?? '',
    signature,
    signer: gitActor({ signature: committer, context }).user,
    state: 'UNKNOWN_KEY',
    verifiedAt: null,
    wasSignedByGitHub: false,
    keyId: null,
    keyFingerprint: null,
  };
}
