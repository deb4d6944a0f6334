import type { CatalogFailure } from '../../inspection/InspectionContext';
import type { CheckInput, Finding } from '../Check';
import { capital } from '../text/capital';
import { counted } from '../text/counted';
import { describeFailures } from './failures/describeFailures';
import { sortFailures } from './failures/sortFailures';

const CHECK = 'Processing leaves no entity out';

/** Stock's catalog processes each entity every 100 to 150 seconds; it may be told to take longer. */
const ALL_PROCESSED_MS = 5 * 60 * 1000;

const REMEDIES = {
  file: 'Correct the file that the error names, in the default branch of its repository; it is read again by itself. "callboard validate FILE" checks it beforehand.',
  rules:
    'Allow the kind: in catalog.rules (for example "- allow: [Component, Template]"), or in "rules" of the entry of catalog.locations that leads there. Or remove the entity from its file.',
  refused:
    'See the results of the connections, and ask there who serves the address: its credential may not read it.',
};

/** What processing left with an error, in one finding for each kind of remedy. */
export async function processing(options: {
  failing: number;
  failures: CatalogFailure[];
  /** Since when errors are noticed; undefined: all are known. */
  since?: string;
  context: CheckInput['context'];
  hosts: CheckInput['hosts'];
  asked: boolean;
}): Promise<Finding[]> {
  const { failing, failures, since, context } = options;
  const sorted = await sortFailures(options);
  const unseen = Math.max(0, failing - failures.length);
  const findings: Finding[] = [
    ...sorted.hindered
      .filter(group => group.failures.length > 0)
      .map(
        ({ owner, hindrance, failures: some }): Finding => ({
          subject: `reached:${owner}`,
          check: `The catalog reads what lies at ${owner}`,
          status: 'warn',
          ...hindrance,
          cause: `${hindrance.cause} So ${endsWithError({ failures: some })}`,
          remedy: `${hindrance.remedy} The catalog then reads again by itself; the files are not to blame.`,
        }),
      ),
    ...one({
      failures: sorted.refused,
      subject: 'reached',
      check: 'The catalog reads the files that it knows of',
      remedy: REMEDIES.refused,
    }),
    ...one({
      failures: sorted.rules,
      subject: 'allowed',
      check: 'Entities are of a kind that is allowed',
      remedy: REMEDIES.rules,
    }),
    ...one({
      failures: sorted.file,
      count: sorted.file.length + unseen,
      subject: 'processed',
      check: CHECK,
      remedy: REMEDIES.file,
    }),
  ];
  if (findings.length > 0) return findings;
  const { length: renewed } = sorted.renewed;
  const noticedMs = since
    ? context.now().getTime() - Date.parse(since)
    : Infinity;
  if (renewed === 0 && noticedMs < ALL_PROCESSED_MS) {
    return [
      {
        subject: 'processed',
        check: CHECK,
        status: 'pass',
        cause:
          'Not known yet: nothing has failed since the start, but the catalog has not come by all entities. Ask again a few minutes later.',
        remedy: '',
      },
    ];
  }
  return [
    {
      subject: 'processed',
      check: CHECK,
      status: 'pass',
      cause:
        renewed === 0
          ? 'Processing ends without an error for every entity.'
          : `${counted(
              renewed,
              'entity',
              'entities',
            )} failed while something stood in the way. Nothing does any more, and the catalog reads again.`,
      remedy: '',
    },
  ];
}

function one(options: {
  failures: CatalogFailure[];
  count?: number;
  subject: string;
  check: string;
  remedy: string;
}): Finding[] {
  const { failures, count = failures.length, ...rest } = options;
  return count === 0
    ? []
    : [
        {
          ...rest,
          status: 'warn',
          cause: capital(endsWithError({ failures, count })),
        },
      ];
}

function endsWithError(options: {
  failures: CatalogFailure[];
  count?: number;
}): string {
  const { failures, count = failures.length } = options;
  return `processing of ${counted(
    count,
    'entity',
    'entities',
  )} ends with an error: ${describeFailures({ failures, count })}.`;
}
