import { fingerprintOf } from '../credentials/fingerprintOf';
import type { GithubCredentials } from '../credentials/GithubCredentials';
import type { CallScope } from '../scope/CallScope';
import type { TraceEntry } from '../trace/TraceEntry';
import type { OutgoingRequest } from './Outgoing';

/** Whose a request is: what the trace names, and what the budget counts it for. */
export interface Account {
  credentialId?: string;
  credentialKind: TraceEntry['credentialKind'];
  /** See `BudgetAccount`. */
  budgetCredential: string;
  /** Of the installation whose limit it counts against. */
  limitOwner?: string;
}

/**
 * Tells by the client's call, else by the `Authorization` header. A redirect to another host has lost the header, and is nobody's whatever
 * the call says.
 */
export function accountOf(options: {
  /** The configured one. */
  host: string;
  request: OutgoingRequest;
  /** That the path names. */
  owner: string | undefined;
  call: CallScope['call'];
  credentials: Pick<GithubCredentials, 'identify'>;
}): Account {
  const { host, request, call, credentials } = options;
  const { authorization } = request;
  if (!authorization) {
    return {
      credentialId: 'none',
      credentialKind: 'none',
      budgetCredential: 'none',
    };
  }
  const { credentialId: told, kind } = call ?? {};
  if (told !== undefined && (kind === 'token' || kind === 'none')) {
    return { credentialId: told, credentialKind: kind, budgetCredential: told };
  }
  // Of an App the client does not say whose installation the token is of.
  const found = credentials.identify({ host, authorization });
  const credentialId = told ?? found.credentialId;
  const credentialKind = kind ?? found.kind;
  if (credentialId === undefined) {
    return {
      credentialKind,
      budgetCredential: `${credentialKind} ${fingerprintOf(authorization)}`,
    };
  }
  // The App itself, and not one of its installations, comes with a JSON Web Token and has a limit of its own.
  const isInstallation =
    credentialKind === 'app' && !/^\w+ eyJ/.test(authorization);
  if (!isInstallation) {
    return { credentialId, credentialKind, budgetCredential: credentialId };
  }
  const limitOwner = (
    found.owner ??
    call?.chain?.owner ??
    options.owner
  )?.toLowerCase();
  return {
    credentialId,
    credentialKind,
    budgetCredential: `${credentialId} ${limitOwner ?? ''}`.trimEnd(),
    limitOwner,
  };
}
