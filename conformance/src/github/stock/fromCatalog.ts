import { eventually } from '../../presets/probes/eventually';
import type { StockGitHub } from './openStockGitHub';

/** An entity of the portal's catalog, undefined where there is none. */
export async function entityOf(
  { ask }: Pick<StockGitHub, 'ask'>,
  ref: string,
): Promise<any> {
  const { items } = await ask('/api/catalog/entities/by-refs', {
    body: { entityRefs: [ref] },
  });
  return items[0] ?? undefined;
}

/** The names of all entities of a kind, sorted. */
export async function namesOf(
  { ask }: Pick<StockGitHub, 'ask'>,
  kind: string,
): Promise<string[]> {
  const entities: any[] = await ask(
    `/api/catalog/entities?filter=kind=${kind}`,
  );
  return entities.map(({ metadata }) => metadata.name).sort();
}

/** Resolves to an entity once it is as it should be; rejects with the difference when it is not in time. */
export async function untilEntity(
  stock: Pick<StockGitHub, 'ask'>,
  ref: string,
  expected: object,
): Promise<any> {
  return eventually(async () => {
    const entity = await entityOf(stock, ref);
    expect(entity).toMatchObject(expected);
    return entity;
  });
}

/** Resolves once there is no such entity any more; rejects when it does not go in time. */
export async function untilGone(
  stock: Pick<StockGitHub, 'ask'>,
  ref: string,
): Promise<void> {
  await eventually(async () =>
    expect(await entityOf(stock, ref)).toBeUndefined(),
  );
}
