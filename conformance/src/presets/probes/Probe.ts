import { testAuthority } from '../standIns/testAuthority';

/** Takes what has to be ended, and hands it back: whatever was taken is ended after the probe, last first. */
export type Use = <T extends Resource>(resource: T | Promise<T>) => Promise<T>;

interface Resource {
  log?(): string;
  close?(): Promise<void>;
  stop?(): Promise<void>;
}

/** Starts a portal with a preset and shows that the preset does what it is for. Rejects when it does not. */
export type Probe = (use: Use) => Promise<void>;

/** Runs a probe, and ends what it took whatever happens. */
export async function runProbe(probe: Probe): Promise<void> {
  // The probe itself asks stand-ins too, as a browser.
  (await testAuthority()).trust();
  const taken: Resource[] = [];
  try {
    await probe(async resource => {
      const started = await resource;
      taken.push(started);
      return started;
    });
  } catch (error) {
    const logs = taken.map(resource => resource.log?.() ?? '');
    throw new Error(`${(error as Error).message}\n${logs.join('')}`, {
      cause: error,
    });
  } finally {
    for (const resource of taken.reverse()) {
      await (resource.stop ? resource.stop() : resource.close?.());
    }
  }
}
