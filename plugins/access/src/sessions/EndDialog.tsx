import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { useAction } from '@callboard/page-parts';
import styles from '../keys/dialogs/Dialogs.module.css';
import { Failure } from '../keys/dialogs/Failure';
import { sessionsApiRef } from './api/SessionsApi';

/** Asks once more, and ends what a person has open. */
export function EndDialog(props: {
  userEntityRef: string;
  onDone(): void;
  onClose(): void;
}) {
  const { userEntityRef, onDone, onClose } = props;
  const api = useApi(sessionsApiRef);
  const ending = useAction(async () => {
    await api.revoke({ userEntityRef });
    onDone();
    onClose();
  });
  return (
    <Dialog
      isOpen
      isDismissable={!ending.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(480px, calc(100vw - 32px))"
    >
      <DialogHeader>{`End all sessions of ${userEntityRef}?`}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p>
            Every browser and every client of this person is refused at once,
            and on other replicas within a few seconds. None of them gets a new
            token without a new sign-in.
          </p>
          <p>
            The person can sign in again. To keep somebody out, remove the
            person where the organisation comes from.
          </p>
          <Failure what="Nothing was ended." error={ending.error} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive
          isPending={ending.isRunning}
          onPress={() => ending.run()}
        >
          End all sessions
        </Button>
        <Button
          variant="secondary"
          isDisabled={ending.isRunning}
          onPress={onClose}
        >
          Keep them
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
