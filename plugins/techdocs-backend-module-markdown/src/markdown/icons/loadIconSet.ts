import { readFileSync } from 'node:fs';
import { IconSet } from './IconSet';

// Fixed names, so that a bundler leaves them to Node.
const FILES = {
  material: () => require.resolve('@iconify-json/mdi/icons.json'),
  octicons: () => require.resolve('@iconify-json/octicon/icons.json'),
};

/** The collections that there are, by the first word of a shortcode. */
export type IconSetName = keyof typeof FILES;

/** Reads a collection. It has some 3 MB, so keep it no longer than a build takes. */
export function loadIconSet(name: IconSetName): IconSet {
  return JSON.parse(readFileSync(FILES[name](), 'utf8'));
}
