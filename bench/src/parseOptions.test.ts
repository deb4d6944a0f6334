import { parseOptions } from './parseOptions';

const known = ['boot', 'pages'];

describe('parseOptions', () => {
  it('reads names and switches', () => {
    expect(
      parseOptions({ args: ['pages', 'boot', 'pages', '--json'], known }),
    ).toEqual({
      outcome: 'run',
      options: {
        names: ['pages', 'boot'],
        json: true,
        long: false,
        quick: false,
        write: false,
        entities: 10_000,
        database: 'postgres',
      },
    });
  });

  it('reads how large the catalog is, and where it is stored', () => {
    expect(
      parseOptions({
        args: ['boot', '--entities', '500', '--database', 'sqlite'],
        known,
      }),
    ).toMatchObject({ options: { entities: 500, database: 'sqlite' } });
  });

  it('names the benchmarks that there are when one is unknown', () => {
    expect(parseOptions({ args: ['boot', 'lunch'], known })).toEqual({
      outcome: 'wrong',
      message: 'There is no benchmark called lunch. There are: boot, pages.',
    });
  });

  it.each([
    [[]],
    [['boot', '--fast']],
    [['--json']],
    [['boot', '--entities', 'many']],
    [['boot', '--database', 'mysql']],
  ])('refuses %j', args => {
    expect(parseOptions({ args, known }).outcome).toBe('wrong');
  });

  it('gives help before it complains', () => {
    expect(parseOptions({ args: ['--help'], known }).outcome).toBe('help');
    expect(parseOptions({ args: ['lunch', '-h'], known }).outcome).toBe('help');
  });
});
