import type { RunningPreset } from '../startPreset';
import { eventually } from './eventually';

/** Waits until the catalog holds these entities, and makes sure that it does not hold others. */
export async function expectEntities(
  portal: RunningPreset,
  present: string[],
  absent: string[] = [],
): Promise<void> {
  await eventually(async () => {
    const { items } = await portal.ask('/api/catalog/entities/by-refs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entityRefs: [...present, ...absent] }),
    });
    const isThere = (items as unknown[]).map(Boolean);
    expect(
      Object.fromEntries(
        [...present, ...absent].map((ref, index) => [ref, isThere[index]]),
      ),
    ).toEqual(
      Object.fromEntries([
        ...present.map(ref => [ref, true]),
        ...absent.map(ref => [ref, false]),
      ]),
    );
  });
}
