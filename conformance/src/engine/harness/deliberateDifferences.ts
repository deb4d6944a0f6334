import type { Question } from './ask';
import type { DatabaseName } from './databases';

/** Where the answers of stock and of Callboard differ, both in canonical form. */
export type Finding = {
  database: DatabaseName;
  /** What was asked; left out where the states after a sequence differ. */
  question?: Question;
  stock: any;
  callboard: any;
};

/** A difference that is meant. Listed in docs/catalog-engine.md. */
export type DeliberateDifference = {
  id: string;
  /** Why, in words that an upstream maintainer would accept. */
  reason: string;
  recognises(finding: Finding): boolean;
};

/** At most 15, none of them in what is visible, counted or permitted. Any other difference fails the tests. */
export const deliberateDifferences: DeliberateDifference[] = [];

/** The deliberate difference that explains a finding. */
export function explain(finding: Finding): DeliberateDifference | undefined {
  return deliberateDifferences.find(difference =>
    difference.recognises(finding),
  );
}
