import { deserialize, serialize } from 'node:v8';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { EntityIndex, type IndexChange } from '../index/EntityIndex';
import type { QueryCursor } from './EntitiesCatalog';
import { IndexedEntitiesCatalog } from './IndexedEntitiesCatalog';
import {
  changes,
  field,
  filter,
  order,
  textTerm,
} from './__testUtils__/arbitraries';
import { NaiveCatalog } from './__testUtils__/NaiveCatalog';

const credentials = mockCredentials.none();
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });
const facetKeys = ['kind', 'spec.K1', 'spec.k2', 'metadata.tags', 'nothing'];

/** Both catalogs after the same commits; the index now and then loaded from a snapshot or with its terms rebuilt. */
function build(commits: IndexChange[], upheavals: boolean[]) {
  const model = new NaiveCatalog();
  let index = new EntityIndex();
  commits.forEach((change, i) => {
    model.apply(change);
    index.apply(change);
    // Builds what is built on demand, so that it has to be brought up to date by the next commit.
    const column = index.column('metadata.name');
    expect(column?.order.byLower.length ?? 0).toBe(column?.text.size ?? 0);
    if (upheavals[i % upheavals.length])
      index = EntityIndex.load(deserialize(serialize(index.dump())));
    else index.rebuildTerms();
  });
  const catalog = new IndexedEntitiesCatalog({
    index: () => index,
    // The body is the id: whole bodies are not compared here.
    bodies: { read: async versions => versions.map(v => `"${v.entityId}"`) },
    catchUp: async () => {},
    parentsOf: () => [],
    removeEntity: async () => {},
    dialect: 'postgres',
    logger: mockServices.logger.mock(),
  });
  return { model, index, catalog };
}

const catalogs = fc
  .tuple(changes, fc.array(fc.boolean(), { minLength: 1 }))
  .map(([commits, upheavals]) => build(commits, upheavals));

const ids = (bodies: { entities: unknown[] }) =>
  bodies.entities.map(body => JSON.parse(body as string) as string);

describe('IndexedEntitiesCatalog against a naive model', () => {
  it('lists pages forwards and backwards', async () => {
    await fc.assert(
      fc.asyncProperty(
        catalogs,
        optional(filter),
        optional(order),
        optional(fc.tuple(textTerm, optional(fc.array(field)))),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 5 }),
        async ({ model, catalog }, where, sortBy, text, limit, offset) => {
          const expected = model.list({
            filter: where,
            sortBy,
            text: text && { pattern: toRegExp(text[0]), fields: text[1] },
          });
          const expectedIds = expected.rows
            .slice(offset)
            .map(row => row.stored.entityId);
          let page = await catalog.queryEntities({
            credentials,
            filter: where,
            orderFields: sortBy && [sortBy],
            fullTextFilter: text && { term: text[0], fields: text[1] },
            limit,
            offset,
          });
          expect(page.totalItems).toBe(expected.total);
          const follow = (cursor: QueryCursor) =>
            catalog.queryEntities({
              credentials,
              cursor: JSON.parse(JSON.stringify(cursor)),
              limit,
            });
          const pages = [ids(page.items)];
          while (page.pageInfo.nextCursor) {
            page = await follow(page.pageInfo.nextCursor);
            expect(page.totalItems).toBe(expected.total);
            pages.push(ids(page.items));
          }
          expect(pages.flat()).toEqual(expectedIds);
          expect(pages.slice(0, -1).every(one => one.length === limit)).toBe(
            true,
          );

          // Back again, to the first page, which is the one that begins the list.
          let at = pages.length - 1;
          while (at > 0) {
            page = await follow(page.pageInfo.prevCursor!);
            at--;
            expect(ids(page.items)).toEqual(pages[at]);
          }
          expect(page.pageInfo.prevCursor).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lists in the older way', async () => {
    await fc.assert(
      fc.asyncProperty(
        catalogs,
        optional(filter),
        optional(
          fc.array(
            order.map(one => ({ ...one, field: one.field.toLowerCase() })),
            { minLength: 1, maxLength: 3 },
          ),
        ),
        fc.integer({ min: 1, max: 20 }),
        async ({ model, catalog }, where, orders, limit) => {
          const expected = model.legacyList({ filter: where, order: orders });
          const whole = await catalog.entities({
            credentials,
            filter: where,
            order: orders,
          });
          expect(ids(whole.entities)).toEqual(expected);

          const found: string[] = [];
          let after: string | undefined;
          do {
            const page = await catalog.entities({
              credentials,
              filter: where,
              order: orders,
              pagination: after ? { after } : { limit },
            });
            found.push(...ids(page.entities));
            after = page.pageInfo.hasNextPage
              ? page.pageInfo.endCursor
              : undefined;
          } while (after);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('counts facets', async () => {
    await fc.assert(
      fc.asyncProperty(
        catalogs,
        optional(filter),
        async ({ model, catalog }, where) => {
          const { facets } = await catalog.facets({
            credentials,
            facets: facetKeys,
            filter: where,
          });
          for (const key of facetKeys)
            expect(facets[key]).toEqual(model.facet(key, where));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('ends in the same index by whatever way', async () => {
    await fc.assert(
      fc.asyncProperty(catalogs, optional(filter), async (built, where) => {
        const { model, index, catalog } = built;
        const scratch = build([{ upserts: model.all(), removals: [] }], [true]);
        expect(index.size).toBe(model.all().length);
        expect(index.checksum()).toBe(scratch.index.checksum());
        expect(Array.from(index.entries())).toEqual(
          model.all().map(({ entityId, hash }) => ({ entityId, hash })),
        );
        const request = { credentials, filter: where, limit: 1000 };
        expect(await catalog.queryEntities(request)).toEqual(
          await scratch.catalog.queryEntities(request),
        );
        for (const { entityRef, rows } of model.all())
          for (const key of ['spec.k1', 'metadata.tags'])
            expect(index.valuesOf({ entityRef, key })).toEqual(
              rows
                .filter(row => row.key === key && row.originalValue !== null)
                .map(row => row.originalValue)
                .sort(),
            );
      }),
      { numRuns: 150 },
    );
  });
});

/** PostgreSQL's LIKE as a regular expression over lower-case values. */
function toRegExp(term: string): RegExp {
  const pattern = `%${term.trim().toLowerCase()}%`;
  const tokens = pattern.match(/\\[^]|[^]/gu)!;
  const source = tokens.map(token => {
    if (token === '%') return '[^]*';
    if (token === '_') return '[^]';
    const literal =
      token.length > 1 && token[0] === '\\' ? token.slice(1) : token;
    return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}
