import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { causeOf, useAction } from '@callboard/page-parts';
import styles from './RunDialog.module.css';

/** Asks whether a run is really to end here, and ends it. */
export function CancelDialog(props: {
  taskId: string;
  title: string;
  onClose(): void;
  onCancelled(): void;
}) {
  const { taskId, title, onClose, onCancelled } = props;
  const api = useApi(scaffolderApiRef);
  const cancelling = useAction(async () => {
    await api.cancelTask(taskId);
    onCancelled();
    onClose();
  });
  return (
    <Dialog
      isOpen
      isDismissable={!cancelling.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(480px, calc(100vw - 32px))"
    >
      <DialogHeader>Cancel this run?</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p className={styles.text}>
            {title} stops after what it is doing now. What it has made already,
            such as a repository, stays where it is.
          </p>
          {cancelling.error && (
            <p className={styles.error} role="alert">
              {causeOf(cancelling.error)}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive
          isPending={cancelling.isRunning}
          onPress={() => cancelling.run()}
        >
          Cancel the run
        </Button>
        <Button
          variant="secondary"
          isDisabled={cancelling.isRunning}
          onPress={onClose}
        >
          Let it run
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
