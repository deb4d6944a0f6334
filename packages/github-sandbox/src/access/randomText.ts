import { randomInt } from 'node:crypto';

const LETTERS =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Random letters and digits, each equally likely. */
export function randomText(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join(
    '',
  );
}

/** A number in the same letters, filled up with zeros in front. */
export function inLetters(options: { number: number; length: number }): string {
  let rest = options.number;
  let text = '';
  while (text.length < options.length) {
    text = LETTERS[rest % LETTERS.length] + text;
    rest = Math.floor(rest / LETTERS.length);
  }
  return text;
}
