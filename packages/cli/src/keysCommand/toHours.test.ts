import { toHours } from './toHours';

it.each([
  ['0h', 0],
  ['12h', 12],
  ['90d', 2160],
  ['52w', 8736],
])('reads %s as %d hours', (text, hours) => {
  expect(toHours(text)).toBe(hours);
});

it.each(['', '90', '90m', '-1d', '1.5d', '1d 2h'])('refuses %j', text => {
  expect(() => toHours(text)).toThrow('as 12h, 90d or 52w');
});
