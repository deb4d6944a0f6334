import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  EntityRepository,
  Job,
  RunDetail,
} from '@callboard/plugin-github-common';
import { activityApiRef } from '../../activity/api/ActivityApi';
import { isUnderWay } from '../../activity/isUnderWay';
import { ConfirmDialog } from '../../activity/parts/ConfirmDialog';
import { runChoices, type RunChoice } from './runChoices';
import styles from './RunActions.module.css';

/** Re-runs and cancels, each after it was said what happens where. Who may not sees the buttons, and who may. */
export function RunActions(props: {
  detail: RunDetail;
  /** The one that is shown, which can be run again by itself. */
  job?: Job;
  repository: EntityRepository;
  entityRef: string;
  onActed(): void;
}) {
  const { detail, job, repository, entityRef, onActed } = props;
  const { run } = detail;
  const { may, owner, name } = repository;
  const api = useApi(activityApiRef);
  const [asked, setAsked] = useState<RunChoice>();
  const choices = runChoices({ detail, job });

  const act = async (choice: RunChoice) => {
    if (choice.id === 'cancel' || choice.id === 'force')
      await api.cancel({
        entityRef,
        run: run.id,
        ...(choice.id === 'force' && { force: true }),
      });
    else
      await api.rerun({
        entityRef,
        run: run.id,
        jobs: choice.id === 'job' ? job!.id : choice.id,
      });
    onActed();
  };

  if (choices.length === 0) return null;
  return (
    <div className={styles.bar}>
      {choices.map(choice => (
        <Button
          key={choice.id}
          size="small"
          variant="secondary"
          isDisabled={!may.run}
          onPress={() => setAsked(choice)}
        >
          {choice.title}
        </Button>
      ))}
      {!may.run && <span className={styles.why}>{may.whyNotRun}</span>}
      {asked && (
        <ConfirmDialog
          title={`${asked.title}?`}
          verb={asked.title}
          act={() => act(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>
            {asked.words} It is {run.workflow} #{run.number} of{' '}
            <strong>
              {owner}/{name}
            </strong>
            {run.branch && (
              <>
                {' '}
                on <code>{run.branch}</code>
              </>
            )}
            .
          </p>
          <p>
            {isUnderWay(run)
              ? 'GitHub names the portal as who did it; the portal’s audit log has your name.'
              : 'It uses the workflow and the commit of the first attempt. GitHub names the portal as who did it; the portal’s audit log has your name.'}
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}
