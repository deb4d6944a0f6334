import type { MirrorStore } from '../store/MirrorStore';

/** The store, which tells of every lag that it has kept. */
export function withLagListener(options: {
  store: MirrorStore;
  onLag(lag: { host: string; lagMs: number }): void;
}): MirrorStore {
  const { store, onLag } = options;
  return {
    ...store,
    lags: {
      ...store.lags,
      async add(samples) {
        await store.lags.add(samples);
        const { host, lagsMs } = samples;
        lagsMs.forEach(lagMs => onLag({ host, lagMs }));
      },
    },
  };
}
