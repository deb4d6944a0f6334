import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

type Measured = [number, Record<string, unknown> | undefined];
type Callback = (result: {
  observe(value: number, attributes?: Record<string, unknown>): void;
}) => void;

/** A metrics service that remembers. */
export function fakeMetrics() {
  const measured = new Map<string, Measured[]>();
  const callbacks = new Map<string, Set<Callback>>();
  const recorder = (name: string) => {
    const values: Measured[] = [];
    measured.set(name, values);
    const note = (value: number, attributes?: Record<string, unknown>) =>
      values.push([value, attributes]);
    return { add: note, record: note };
  };
  const observable = (name: string) => {
    const of = new Set<Callback>();
    callbacks.set(name, of);
    return {
      addCallback: (callback: Callback) => of.add(callback),
      removeCallback: (callback: Callback) => of.delete(callback),
    };
  };
  return {
    metrics: {
      createCounter: recorder,
      createHistogram: recorder,
      createObservableGauge: observable,
    } as unknown as MetricsService,
    recorded: (name: string) => measured.get(name) ?? [],
    /** What a collector would see now. */
    observed(name: string): Measured[] {
      const values: Measured[] = [];
      callbacks
        .get(name)
        ?.forEach(callback =>
          callback({ observe: (...value) => values.push(value as Measured) }),
        );
      return values;
    },
  };
}
