import { useMemo } from 'react';
import type { Entity } from '@backstage/catalog-model';
import {
  ReviewState,
  type ReviewStateProps,
} from '@backstage/plugin-scaffolder-react/alpha';
import { DryRunPanel } from '../plan/DryRunPanel';
import { maskForReview } from './maskForReview';

/** What has been filled in, secrets masked, and what a run with it would do. */
export function Review(props: ReviewStateProps & { template?: Entity }) {
  const { formState, schemas, template } = props;
  const shown = useMemo(
    () =>
      maskForReview({
        values: formState,
        schemas: schemas.map(({ mergedSchema }) => mergedSchema),
      }),
    [formState, schemas],
  );
  return (
    <>
      <ReviewState formState={shown} schemas={schemas} />
      {template && <DryRunPanel template={template} values={formState} />}
    </>
  );
}
