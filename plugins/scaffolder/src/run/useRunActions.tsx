import { useState } from 'react';
import { Button } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import {
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import type { RunDetails } from '@callboard/plugin-scaffolder-common';
import { RetryDialog } from '../retry/RetryDialog';
import { useStartOver } from '../retry/useStartOver';
import { CancelDialog } from './CancelDialog';
import { isOver, type RunState } from './RunState';

/** What can be done with a run, each to those who may. */
export function useRunActions(options: {
  task: ScaffolderTask;
  run: RunState;
  details?: RunDetails;
  title: string;
  refresh(): void;
}) {
  const { task, run, details, title, refresh } = options;
  const [asking, setAsking] = useState<'cancel' | 'retry'>();
  const resourceRef = task.id;
  const mayCancel = usePermission({
    permission: taskCancelPermission,
    resourceRef,
  }).allowed;
  const mayRead = usePermission({
    permission: taskReadPermission,
    resourceRef,
  }).allowed;
  const mayCreate = usePermission({ permission: taskCreatePermission }).allowed;
  const startOver = useStartOver({ task, details });

  const failedId =
    details?.failedStep ??
    run.steps.find(({ status }) => status === 'failed')?.id;
  const failedStep = run.steps.find(({ id }) => id === failedId);
  // Without the portal's own backend a retry is what stock makes of it: only where the template asks for it.
  const isRetryable =
    details !== undefined ||
    task.spec.EXPERIMENTAL_recovery?.EXPERIMENTAL_strategy === 'startOver';
  const canRetry =
    run.status === 'failed' && isRetryable && mayRead && mayCreate;
  const close = () => setAsking(undefined);

  return {
    failedStep,
    retryButton: canRetry && (
      <Button size="small" variant="primary" onPress={() => setAsking('retry')}>
        Retry from the failed step
      </Button>
    ),
    buttons: (
      <>
        {!isOver(run.status) && mayCancel && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setAsking('cancel')}
          >
            Cancel
          </Button>
        )}
        {isOver(run.status) && startOver && mayRead && mayCreate && (
          <Button size="small" variant="secondary" onPress={startOver}>
            Start over
          </Button>
        )}
      </>
    ),
    dialogs: (
      <>
        {asking === 'cancel' && (
          <CancelDialog
            taskId={task.id}
            title={title}
            onClose={close}
            onCancelled={refresh}
          />
        )}
        {asking === 'retry' && (
          <RetryDialog
            taskId={task.id}
            step={failedStep?.name}
            needs={details?.needs ?? []}
            onClose={close}
            onRetried={refresh}
          />
        )}
      </>
    ),
  };
}
