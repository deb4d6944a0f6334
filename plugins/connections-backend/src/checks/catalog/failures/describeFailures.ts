import type { CatalogFailure } from '../../../inspection/InspectionContext';
import { counted } from '../../text/counted';

const MOST = 3;
const LONGEST = 120;

/** At most three examples of failures, each in one short line, and how many there are besides: `a: no owner; b: no kind; and 8 more`. */
export function describeFailures(options: {
  failures: CatalogFailure[];
  /** How many there are, where not all are known. */
  count?: number;
}): string {
  const { failures, count = failures.length } = options;
  const shown = failures.slice(0, MOST).map(describe);
  const more = count - shown.length;
  return [
    ...shown,
    ...(more > 0 ? [`and ${counted(more, 'other')}`] : []),
  ].join('; ');
}

function describe({ ref, message, location }: CatalogFailure): string {
  // The catalog makes such a name from the address of a file.
  const isGenerated = /^location:[^/]*\/generated-[0-9a-f]+$/.test(ref);
  const name = (isGenerated && location) || ref;
  return `${name}: ${shortened(message)}`;
}

/** Of what the rules forbid, only which entity it is; the rest is addresses. */
function shortened(message: string): string {
  const forbidden = /Entity (\S+) at .* is not of an allowed kind/.exec(
    message,
  )?.[1];
  if (forbidden) return `${forbidden} is not of an allowed kind`;
  const words = message.replace(/\s+/g, ' ').trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}
