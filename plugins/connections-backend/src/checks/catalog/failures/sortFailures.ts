import type { CatalogFailure } from '../../../inspection/InspectionContext';
import type { CheckInput } from '../../Check';
import { type Hindrance, hindranceOf } from '../hindranceOf';
import { kindOfFailure } from './kindOfFailure';
import { renewalsOf } from './renewalsOf';

/** Owners that GitHub is asked about in one run. */
const MOST_OWNERS = 10;

/** Failures by what has to be done about them. */
export interface SortedFailures {
  /** What is in the file has to be mended. */
  file: CatalogFailure[];
  /** `catalog.rules` allows them not. */
  rules: CatalogFailure[];
  /** Something at GitHub has to be mended, by owner: `github.com/acme`. */
  hindered: {
    owner: string;
    hindrance: Hindrance;
    failures: CatalogFailure[];
  }[];
  /** They were not handed out, and nothing that is known stands in the way. */
  refused: CatalogFailure[];
  /** What stood in the way is gone, and they are being read again. */
  renewed: CatalogFailure[];
}

/** Sorts failures, and has the catalog read again those whose cause at GitHub is gone. */
export async function sortFailures(options: {
  failures: CatalogFailure[];
  context: CheckInput['context'];
  hosts: CheckInput['hosts'];
  asked: boolean;
}): Promise<SortedFailures> {
  const { failures, context, hosts, asked } = options;
  const renewals = renewalsOf(context);
  renewals.keepOnly(failures);
  const kinds = failures.map(failure => ({
    failure,
    kind: kindOfFailure(failure.message),
    owner: ownerOf(failure),
  }));
  const owners = newestByOwner(
    kinds.filter(({ kind }) => kind === 'refused' || kind === 'missing'),
  );
  const hindered = (
    await Promise.all(
      [...owners].slice(0, MOST_OWNERS).map(async ([owner, at]) => ({
        owner: owner.replace(/^https?:\/\//, ''),
        url: owner,
        hindrance: await hindranceOf({ url: owner, at, context, hosts, asked }),
        failures: [] as CatalogFailure[],
      })),
    )
  ).flatMap(({ hindrance, ...rest }) =>
    hindrance ? [{ ...rest, hindrance }] : [],
  );

  const sorted: SortedFailures = {
    file: [],
    rules: [],
    hindered,
    refused: [],
    renewed: [],
  };
  const begun: string[] = [];
  for (const { failure, kind, owner } of kinds) {
    const isOfGithub = kind === 'refused' || kind === 'missing';
    const group = hindered.find(({ url }) => url === owner);
    if (kind === 'rules') {
      sorted.rules.push(failure);
    } else if (isOfGithub && group) {
      renewals.hinder(failure);
      group.failures.push(failure);
    } else if (kind === 'refused' || renewals.wasHindered(failure)) {
      const renewal = renewals.renew(failure);
      if (renewal === 'begin') begun.push(failure.ref);
      if (renewal !== 'failed') sorted.renewed.push(failure);
      else if (kind === 'refused') sorted.refused.push(failure);
      else sorted.file.push(failure);
    } else {
      sorted.file.push(failure);
    }
  }
  if (begun.length > 0) await context.catalog?.readAgain?.(begun);
  return sorted;
}

/** Owners, and when something of theirs failed last. */
function newestByOwner(
  all: { failure: CatalogFailure; owner: string | undefined }[],
): Map<string, string | undefined> {
  const newest = new Map<string, string | undefined>();
  for (const { owner, failure } of all) {
    if (!owner) continue;
    const known = newest.get(owner);
    const { at } = failure;
    newest.set(owner, known && (!at || known > at) ? known : at);
  }
  return newest;
}

/** `https://github.com/acme` of anything in it. */
function ownerOf({ location }: CatalogFailure): string | undefined {
  if (!location || !URL.canParse(location)) return undefined;
  const { origin, pathname } = new URL(location);
  const [owner] = pathname.split('/').filter(Boolean);
  return owner ? `${origin}/${owner}`.toLowerCase() : undefined;
}
