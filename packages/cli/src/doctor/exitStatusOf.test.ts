import { createRow } from './__testUtils__/createRow';
import { exitStatusOf } from './exitStatusOf';

it.each([
  [0, { canStart: true, rows: [] }],
  [0, { canStart: true, rows: [createRow(), createRow({ status: 'warn' })] }],
  [1, { canStart: true, rows: [createRow(), createRow({ status: 'fail' })] }],
  [78, { canStart: false, rows: [createRow({ status: 'fail' })] }],
])('is %i', (status, report) => {
  expect(exitStatusOf({ source: '', ...report })).toBe(status);
});
