import { formatMarkdownTable, formatTable } from './formatTable';

const rows = [
  {
    name: 'start',
    unit: 'ms',
    values: { stock: 8000, callboard: 4000 },
    ratio: 2,
  },
  {
    name: 'first visit',
    unit: '',
    values: { stock: 9, callboard: 0 },
    ratio: null,
  },
];

describe('formatTable', () => {
  it('aligns words to the left and numbers to the right', () => {
    expect(formatTable(rows)).toBe(
      [
        '             unit  stock  callboard  ratio',
        'start        ms     8000       4000   2.00',
        'first visit            9          0      -',
        '',
      ].join('\n'),
    );
  });
});

describe('columns', () => {
  it('are those that rows have, with empty cells where one has not', () => {
    expect(
      formatMarkdownTable([
        { name: 'list', unit: 'ms', values: { small: 1, large: 2 } },
        { name: 'start', unit: 's', values: { large: 3 } },
      ]),
    ).toBe(
      [
        '| what | unit | small | large |',
        '| --- | --- | ---: | ---: |',
        '| list | ms | 1 | 2 |',
        '| start | s |  | 3 |',
        '',
      ].join('\n'),
    );
  });
});

describe('formatMarkdownTable', () => {
  it('has a header and one line for each row', () => {
    expect(formatMarkdownTable(rows)).toBe(
      [
        '| what | unit | stock | callboard | ratio |',
        '| --- | --- | ---: | ---: | ---: |',
        '| start | ms | 8000 | 4000 | 2.00 |',
        '| first visit |  | 9 | 0 | - |',
        '',
      ].join('\n'),
    );
  });
});
