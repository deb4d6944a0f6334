import { withoutLateNews } from './withoutLateNews';
import { withoutRaces } from './withoutRaces';
import fc from 'fast-check';
import type { FileContent, FileName, Step, ThingSpec } from './Step';

const rootName = fc.constantFrom('n0', 'n1', 'n2', 'n3', 'N0');
const anyName = fc.constantFrom('n0', 'n1', 'n2', 'c0', 'c1', 'c2');
const content = fc.constantFrom('x', 'y', 'z');
const dependsOn = fc.array(anyName, { maxLength: 2 });
const provider = fc.nat(2);
/** The files that locations are registered for. The third is reached over a Location in one of these. */
const file: fc.Arbitrary<FileName> = fc.constantFrom('one.yaml', 'two.yaml');
const anyFile: fc.Arbitrary<FileName> = fc.constantFrom(
  'one.yaml',
  'two.yaml',
  'three.yaml',
);

/** About one thing in twelve has something wrong with it. */
const trouble = fc.oneof(
  { weight: 22, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ emitErrors: ['Asked to fail'] }) },
  {
    weight: 1,
    arbitrary: fc.record({
      throwIn: fc.constantFrom('preProcess', 'validate', 'postProcess'),
    }),
  },
) as fc.Arbitrary<Partial<ThingSpec>>;

const key = fc.constantFrom<(string | null)[]>('k1', 'k1', 'k2', null);

const leaf = fc
  .tuple(
    fc.record(
      { name: anyName, content, dependsOn, locationKey: key },
      { requiredKeys: ['name'] },
    ),
    trouble,
  )
  .map(([thing, wrong]): ThingSpec => ({ ...thing, ...wrong }));

const branch = fc
  .tuple(leaf, fc.array(leaf, { maxLength: 2 }))
  .map(([thing, children]): ThingSpec => ({ ...thing, children }));

const root = fc
  .tuple(branch, rootName, key, fc.array(branch, { maxLength: 2 }))
  .map(
    ([thing, name, locationKey, children]): ThingSpec => ({
      ...thing,
      name,
      locationKey,
      children,
    }),
  );

const roots = fc.array(root, { maxLength: 3 });

const fileContent: fc.Arbitrary<FileContent> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        things: fc.array(branch, { maxLength: 2 }),
        toThree: fc.boolean(),
      },
      { requiredKeys: ['things'] },
    ),
  },
  { weight: 1, arbitrary: fc.constant({ broken: true } as const) },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('full' as const),
      provider,
      things: roots,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('delta' as const),
      provider,
      added: roots,
      removed: fc.uniqueArray(anyName, { maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('refreshKey' as const),
      provider,
      name: anyName,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('refreshFile' as const),
      provider,
      file: anyFile,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('refresh' as const),
      name: anyName,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record(
      {
        type: fc.constant('addLocation' as const),
        file,
        onConflict: fc.constant('refresh' as const),
      },
      { requiredKeys: ['type', 'file'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('updateLocation' as const),
      file,
      to: file,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('removeLocation' as const),
      file,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('refreshLocation' as const),
      file,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('write' as const),
      file: anyFile,
      content: fileContent,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('removeFile' as const),
      file: anyFile,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('fail' as const),
      name: anyName,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('mend' as const),
      name: anyName,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('deleteEntity' as const),
      name: anyName,
    }),
  },
);

/** Sequences that begin with something to change. */
export const sequenceArbitrary: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.record({
      type: fc.constant('full' as const),
      provider,
      things: roots,
    }),
    fc.record({
      type: fc.constant('write' as const),
      file: fc.constant('one.yaml' as const),
      content: fileContent,
    }),
    fc.array(step, { minLength: 4, maxLength: 10, size: 'max' }),
  )
  .map(steps => withoutLateNews(withoutRaces(steps.flat())));
