import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, usePolled } from '@callboard/page-parts';
import type {
  DispatchInput,
  EntityRepository,
  Workflow,
} from '@callboard/plugin-github-common';
import { activityApiRef } from '../../activity/api/ActivityApi';

const AFTER_MS = 500;
/** A form that is open is not asked for again by itself. */
const NEVER_MS = 24 * 60 * 60_000;

/** `inputs` is undefined while they are read, and where they cannot be had: `problem` says why. */
export interface AskedInputs {
  inputs?: DispatchInput[];
  problem?: string;
}

/** What a workflow asks for on a branch or tag; that of the default branch is known already. */
export function useDispatchInputs(options: {
  workflow: Workflow;
  repository: EntityRepository;
  entityRef: string;
  ref: string;
}): AskedInputs {
  const { workflow, repository, entityRef } = options;
  const ref = options.ref.trim();
  const api = useApi(activityApiRef);
  const isKnown = ref === repository.defaultBranch;
  const [settled, setSettled] = useState(ref);
  useEffect(() => {
    // Not a request for each letter.
    const timer = setTimeout(() => setSettled(ref), AFTER_MS);
    return () => clearTimeout(timer);
  }, [ref]);
  const { polled } = usePolled({
    key: isKnown || !settled || settled !== ref ? undefined : ref,
    everyMs: NEVER_MS,
    load: signal => api.workflowsAt({ entityRef, ref, signal }),
  });
  if (isKnown) return { inputs: workflow.dispatch ?? [] };
  if (polled.state === 'failed') return { problem: causeOf(polled.error) };
  if (polled.state === 'loading') return {};
  const answer = polled.value;
  if (answer.state !== 'answered') return { problem: answer.reason };
  const there = answer.value.find(({ id }) => id === workflow.id);
  return there?.dispatch
    ? { inputs: there.dispatch }
    : {
        problem: `On ${ref} this workflow is not there, or cannot be started by hand. Its file ${workflow.path} needs on: workflow_dispatch on that branch.`,
      };
}
