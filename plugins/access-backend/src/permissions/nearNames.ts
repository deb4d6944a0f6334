import { distance } from 'fastest-levenshtein';

const MOST = 3;

/** Up to three names that were probably meant, the nearest first. */
export function nearNames(options: {
  name: string;
  known: Iterable<string>;
}): string[] {
  const wanted = options.name.toLowerCase();
  // Of a reference the name counts: kind and namespace are mostly the same.
  const own = wanted.slice(wanted.lastIndexOf('/') + 1);
  const limit = Math.max(2, Math.floor(own.length / 3));
  const near = [...options.known]
    .map(known => ({ known, steps: stepsTo(wanted, known.toLowerCase()) }))
    .filter(({ steps }) => steps <= limit)
    .sort((a, b) => a.steps - b.steps || a.known.localeCompare(b.known));
  return near
    .filter(({ steps }) => steps <= near[0].steps + 1)
    .slice(0, MOST)
    .map(({ known }) => known);
}

/** A part of a name is near it too. */
function stepsTo(wanted: string, known: string): number {
  return wanted.length > 3 && known.includes(wanted)
    ? 1
    : distance(wanted, known);
}
