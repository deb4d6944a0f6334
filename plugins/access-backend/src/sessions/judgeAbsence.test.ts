import {
  GONE_AFTER_MS,
  judgeAbsence,
  NEVER_SEEN_GONE_AFTER_MS,
  type Sighting,
} from './judgeAbsence';

function open() {
  const sightings = new Map<string, Sighting>();
  return (look: {
    at: number;
    people?: string[];
    present?: string[];
    mayBeWithout?: string;
    catalogHasUsers?: boolean;
  }) =>
    judgeAbsence({
      people: look.people ?? ['a', 'b'],
      present: new Set(look.present ?? []),
      sightings,
      mayBeWithout: ref => ref === look.mayBeWithout,
      catalogHasUsers: look.catalogHasUsers ?? true,
      monotonicMs: look.at,
    });
}

it('finds who was there and is away at two looks', () => {
  const look = open();
  expect(look({ at: 0, present: ['a', 'b'] }).gone).toEqual([]);
  expect(look({ at: 3_000, present: ['b'] }).gone).toEqual([]);
  expect(look({ at: 3_000 + GONE_AFTER_MS, present: ['b'] })).toEqual({
    gone: ['a'],
    held: [],
  });
});

it('forgets an absence when the entity is back', () => {
  const look = open();
  look({ at: 0, present: ['a', 'b'] });
  look({ at: 3_000, present: ['b'] });
  look({ at: 6_000, present: ['a', 'b'] });
  expect(look({ at: 9_000, present: ['b'] }).gone).toEqual([]);
});

it('gives a catalog that is being filled ten minutes for those whom it has not had yet', () => {
  const look = open();
  look({ at: 0, present: ['b'] });
  expect(
    look({ at: NEVER_SEEN_GONE_AFTER_MS - 1, present: ['b'] }).gone,
  ).toEqual([]);
  expect(
    look({ at: NEVER_SEEN_GONE_AFTER_MS, present: ['b'], mayBeWithout: 'a' })
      .gone,
  ).toEqual([]);
  expect(look({ at: NEVER_SEEN_GONE_AFTER_MS, present: ['b'] }).gone).toEqual([
    'a',
  ]);
});

it('shuts nobody out while the catalog has no User at all', () => {
  const look = open();
  look({ at: 0, present: ['a', 'b'] });
  look({ at: 3_000 });
  expect(look({ at: 9_000, catalogHasUsers: false })).toEqual({
    gone: [],
    held: ['a', 'b'],
  });
});

it('holds more than ten who are more than half, and no fewer', () => {
  const many = Array.from({ length: 20 }, (_, index) => `p${index}`);
  const away = (count: number) => {
    const look = open();
    look({ at: 0, people: many, present: many });
    look({ at: 3_000, people: many, present: many.slice(count) });
    return look({ at: 6_000, people: many, present: many.slice(count) });
  };
  expect(away(11)).toMatchObject({ gone: [], held: { length: 11 } });
  expect(away(10)).toMatchObject({ gone: { length: 10 }, held: [] });
});
