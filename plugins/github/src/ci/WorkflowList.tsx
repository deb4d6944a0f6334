import { useState } from 'react';
import { Button } from '@backstage/ui';
import { MiddleTruncated, Notice, StatusIcon } from '@callboard/page-parts';
import type {
  EntityRepository,
  Workflow,
} from '@callboard/plugin-github-common';
import { RiGitBranchLine } from '@remixicon/react';
import { buildLook } from '../activity/buildLook';
import { DispatchDialog } from './dispatch/DispatchDialog';
import styles from './WorkflowList.module.css';

/** The workflows with how each fared last; one narrows the runs, and what can be started by hand is started here. */
export function WorkflowList(props: {
  workflows: Workflow[];
  repository: EntityRepository;
  entityRef: string;
  chosen: number | undefined;
  onChoose(workflow: number | undefined): void;
  onActed(run?: number): void;
}) {
  const { workflows, repository, entityRef, chosen, onChoose, onActed } = props;
  const [asked, setAsked] = useState<Workflow>();
  if (workflows.length === 0) {
    return (
      <Notice icon={<RiGitBranchLine size={20} />} title="No workflow yet">
        A file in .github/workflows of {repository.owner}/{repository.name}{' '}
        makes one.
      </Notice>
    );
  }
  const { may } = repository;
  const canStart = workflows.some(({ dispatch }) => dispatch);
  return (
    <>
      <ul className={styles.list}>
        <li className={styles.item}>
          <button
            type="button"
            className={styles.button}
            aria-pressed={chosen === undefined}
            onClick={() => onChoose(undefined)}
          >
            <span className={styles.name}>All workflows</span>
          </button>
        </li>
        {workflows.map(workflow => (
          <li key={workflow.id} className={styles.item}>
            <button
              type="button"
              className={styles.button}
              aria-pressed={chosen === workflow.id}
              title={workflow.path}
              onClick={() => onChoose(workflow.id)}
            >
              <LastStatus workflow={workflow} />
              <span className={styles.name}>
                <MiddleTruncated text={workflow.name} />
              </span>
              {workflow.state !== 'active' && (
                <span className={styles.dim}>off</span>
              )}
            </button>
            {workflow.dispatch && (
              <Button
                size="small"
                variant="tertiary"
                aria-label={`Run ${workflow.name}…`}
                isDisabled={!may.run || workflow.state !== 'active'}
                onPress={() => setAsked(workflow)}
              >
                Run…
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canStart && !may.run && <p className={styles.why}>{may.whyNotRun}</p>}
      {asked && (
        <DispatchDialog
          workflow={asked}
          repository={repository}
          entityRef={entityRef}
          onClose={() => setAsked(undefined)}
          onStarted={onActed}
        />
      )}
    </>
  );
}

function LastStatus({ workflow }: { workflow: Workflow }) {
  if (!workflow.latest)
    return <StatusIcon status="off" word="Has not run" size={14} />;
  const { status, word } = buildLook(workflow.latest);
  return <StatusIcon status={status} word={`Last run: ${word}`} size={14} />;
}
