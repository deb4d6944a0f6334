import type { Command } from './Command';
import { matchCommands } from './matchCommands';

const command = (title: string, keywords?: string): Command => ({
  id: title,
  group: 'Pages',
  title,
  keywords,
  run: () => {},
});
const commands = [
  command('My catalog'),
  command('Catalog'),
  command('Theme: dark', 'colour appearance'),
];
const titles = (query: string) =>
  matchCommands(commands, query).map(({ title }) => title);

describe('matchCommands', () => {
  it('gives everything in order for an empty query', () => {
    expect(titles('  ')).toEqual(['My catalog', 'Catalog', 'Theme: dark']);
  });

  it('puts what begins with the query first', () => {
    expect(titles('cat')).toEqual(['Catalog', 'My catalog']);
  });

  it('wants every word, in title or keywords, in any case', () => {
    expect(titles('DARK colour')).toEqual(['Theme: dark']);
    expect(titles('dark catalog')).toEqual([]);
  });
});
