import { Button } from '@backstage/ui';
import {
  MiddleTruncated,
  Notice,
  OutLink,
  StatusIcon,
} from '@callboard/page-parts';
import type {
  EntityRepository,
  Workflow,
} from '@callboard/plugin-github-common';
import { RiGitBranchLine } from '@remixicon/react';
import { buildLook } from '../activity/buildLook';
import { Cut } from '../activity/parts/Cut';
import { DispatchDialog } from './dispatch/DispatchDialog';
import type { CiAddress } from './useCiAddress';
import styles from './WorkflowList.module.css';

const MOST = 15;
/** So many the portal asks for. */
const ASKED = 100;

/** The workflows with how each fared last; one narrows the runs, and what can be started by hand is started here. */
export function WorkflowList(props: {
  workflows: Workflow[];
  repository: EntityRepository;
  entityRef: string;
  chosen: number | undefined;
  onChoose(workflow: number | undefined): void;
  /** Which one is being started, as the address says. */
  start: CiAddress['start'];
  onStart(start: CiAddress['start']): void;
  /** One was started; the run where it is known. */
  onStarted(run: number | undefined): void;
}) {
  const { workflows, repository, entityRef, chosen, onChoose } = props;
  const { start, onStart, onStarted } = props;
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
  const startable = workflows.filter(
    ({ dispatch, state }) => dispatch && state === 'active',
  );
  const asked =
    start === 'any' ? startable[0] : startable.find(({ id }) => id === start);
  return (
    <>
      <Cut items={workflows} most={MOST} keeps={({ id }) => id === chosen}>
        {shown => (
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
            {shown.map(workflow => (
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
                    onPress={() => onStart(workflow.id)}
                  >
                    Run…
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Cut>
      {workflows.length >= ASKED && (
        <p className={styles.why}>
          The first {ASKED}.{' '}
          <OutLink href={`${repository.url}/actions`}>
            All of them at GitHub
          </OutLink>
        </p>
      )}
      {canStart && !may.run && <p className={styles.why}>{may.whyNotRun}</p>}
      {start !== undefined && !asked && (
        <p className={styles.why} role="status">
          {start === 'any'
            ? 'No workflow of this repository can be started by hand.'
            : 'The workflow that the address names is not here, is off, or cannot be started by hand.'}
        </p>
      )}
      {asked && may.run && (
        <DispatchDialog
          key={asked.id}
          workflow={asked}
          choices={startable}
          onChoose={onStart}
          repository={repository}
          entityRef={entityRef}
          onClose={() => onStart(undefined)}
          onStarted={onStarted}
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
