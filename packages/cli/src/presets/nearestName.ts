import { distance } from 'fastest-levenshtein';

/** The name that was probably meant, or undefined when none is near. */
export function nearestName(options: {
  name: string;
  known: string[];
}): string | undefined {
  const { name, known } = options;
  const wanted = name.toLowerCase();
  const [best] = known
    .map(candidate => ({ candidate, steps: distance(wanted, candidate) }))
    .sort((a, b) => a.steps - b.steps);
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return best && best.steps <= limit ? best.candidate : undefined;
}
