import type { ObservedSignIn, ObservedSignIns } from './ObservedSignIns';

const KEPT_MS = 24 * 60 * 60 * 1000;
const MOST = 100;

/**
 * Keeps callbacks in memory, within the bounds of `ObservedSignIns`. Only those of providers that are configured: others cannot be sign-ins,
 * and whoever made up names would fill the memory.
 */
export function createObservedSignIns(options: {
  now(): Date;
  /** Names of the providers that people can sign in with now. */
  providers(): string[];
}): ObservedSignIns & { record(signIn: Omit<ObservedSignIn, 'at'>): void } {
  const { now, providers } = options;
  const byProvider = new Map<string, ObservedSignIn[]>();

  return {
    record(signIn) {
      const { provider, flow } = signIn;
      if (!providers().includes(provider)) return;
      const earlier = byProvider.get(provider) ?? [];
      // A page that is loaded again is no second sign-in.
      if (earlier.some(one => one.flow === flow)) return;
      byProvider.set(
        provider,
        [{ ...signIn, at: now().toISOString() }, ...earlier].slice(0, MOST),
      );
    },
    list(provider) {
      const oldest = now().getTime() - KEPT_MS;
      return (byProvider.get(provider) ?? []).filter(
        ({ at }) => Date.parse(at) > oldest,
      );
    },
  };
}
