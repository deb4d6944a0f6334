import { createRow } from '../__testUtils__/createRow';
import type { DoctorRow } from '../DoctorReport';
import { formatReport } from './formatReport';
import { sortRows } from './sortRows';

function format(
  rows: DoctorRow[],
  options: { verbose?: boolean; columns?: number } = {},
) {
  return formatReport({
    report: {
      source: 'Checked from here.',
      rows: sortRows(rows),
      canStart: true,
    },
    verbose: false,
    columns: 100,
    paint: ({ text }) => text,
    ...options,
  });
}

const FAIL = createRow({
  status: 'fail',
  check: 'The webhook arrives',
  cause: 'it goes to http://elsewhere',
  remedy: 'set the address',
  links: [{ title: 'App', href: 'https://github.com/settings/apps/callboard' }],
});

it('names groups in their order, what is wrong first, and sums it up', () => {
  const text = format([
    createRow({ group: 'catalog', check: 'Entities are there' }),
    createRow({ check: 'The token is valid' }),
    createRow({ status: 'warn', check: 'The token is young', cause: 'old' }),
    FAIL,
    createRow({ group: 'configuration', check: 'The configuration is valid' }),
  ]);
  expect(text).toBe(`Checked from here.

Configuration
  ok    The configuration is valid

Connections
  FAIL  The webhook arrives
        it goes to http://elsewhere
        What to do: set the address
        App: https://github.com/settings/apps/callboard
  warn  The token is young
        old
  ok    The token is valid

Catalog
  ok    Entities are there

1 to mend, 1 warning, 3 passed.
`);
});

it('says that there is nothing to mend, warnings included', () => {
  expect(format([createRow(), createRow({ status: 'warn' })])).toContain(
    'Nothing to mend: 1 check passed, 1 warning.',
  );
  expect(format([createRow(), createRow()])).toContain(
    'Nothing to mend: 2 checks passed, 0 warnings.',
  );
});

it('says how it shows that something is well only when asked to', () => {
  expect(format([createRow({ cause: 'App 7 answers' })])).not.toContain(
    'App 7',
  );
  expect(
    format([createRow({ cause: 'App 7 answers' })], { verbose: true }),
  ).toContain('\n        App 7 answers\n');
});

it('keeps to the width of the terminal, but never breaks an address', () => {
  const address = `https://github.com/${'a'.repeat(60)}`;
  const text = format(
    [
      createRow({
        status: 'fail',
        cause: `one two three four five six ${address}`,
      }),
      createRow({ check: 'long '.repeat(20) }),
    ],
    { columns: 40 },
  );
  const lines = text.split('\n');
  expect(lines).toContain('        one two three four five six');
  expect(lines).toContain(`        ${address}`);
  expect(
    lines.filter(line => line.length > 40 && !line.includes(address)),
  ).toEqual([]);
});

it('tells a status by its word, whatever is painted', () => {
  const text = formatReport({
    report: { source: '', rows: [FAIL], canStart: true },
    verbose: false,
    columns: 80,
    paint: ({ status, text: word }) => `<${status}>${word}</${status}>`,
  });
  expect(text).toContain('  <fail>FAIL</fail>  The webhook arrives');
});
