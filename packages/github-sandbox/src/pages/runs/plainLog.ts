import { stripVTControlCharacters } from 'node:util';

/** Marks that GitHub's own page makes boxes of. */
const MARKS = /##\[(?:group|endgroup|command|section|debug)\]/g;

/** A log as a person reads it: without colours and marks; errors and warnings keep their word. */
export function plainLog(log: string): string {
  return stripVTControlCharacters(log)
    .replace(/##\[(error|warning|notice)\]/g, '$1: ')
    .replace(MARKS, '');
}
