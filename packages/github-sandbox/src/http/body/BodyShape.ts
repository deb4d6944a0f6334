/**
 * The types that a value of a body may have, as GitHub's description of its REST API says: `string`, `integer|null`, or more closely
 * what is in an object (`object`, or `values` where its keys are free), what is in a list, and what it may be instead (`or`).
 */
export type BodyShape =
  | string
  | {
      object?: Record<string, BodyShape>;
      values?: BodyShape;
      array?: BodyShape;
      or?: string;
    };
