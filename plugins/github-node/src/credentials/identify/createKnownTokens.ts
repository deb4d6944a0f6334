import { hashOf } from '../hashOf';

/** The installation tokens that were minted here, to recognise them on requests. Keeps their hashes alone, until they end. */
export interface KnownTokens {
  /** `validUntil` is by this machine's clock, in milliseconds. */
  add(options: KnownToken & { token: string; validUntil: number }): void;
  find(token: string): KnownToken | undefined;
}

interface KnownToken {
  /** Of the App that it was minted by. */
  credentialId: string;
  /** Whose installation it is of. */
  owner?: string;
}

/** See `KnownTokens`. */
export function createKnownTokens(options: { now: () => Date }): KnownTokens {
  const { now } = options;
  const known = new Map<string, KnownToken & { validUntil: number }>();
  return {
    add({ token, ...rest }) {
      const time = now().getTime();
      for (const [hash, { validUntil }] of known) {
        if (validUntil <= time) known.delete(hash);
      }
      known.set(hashOf(token), rest);
    },
    find: token => known.get(hashOf(token)),
  };
}
