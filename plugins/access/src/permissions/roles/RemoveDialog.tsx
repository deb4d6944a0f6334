import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { useAction } from '@callboard/page-parts';
import { permissionsApiRef } from '../api/PermissionsApi';
import { Failure } from './Failure';
import styles from './Dialogs.module.css';

/** Asks once more, and takes a role from somebody. */
export function RemoveDialog(props: {
  role: string;
  member: string;
  onDone(): void;
  onClose(): void;
}) {
  const { role, member, onDone, onClose } = props;
  const api = useApi(permissionsApiRef);
  const removal = useAction(async () => {
    await api.remove({ role, member });
    onDone();
    onClose();
  });
  return (
    <Dialog
      isOpen
      isDismissable={!removal.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(480px, calc(100vw - 32px))"
    >
      <DialogHeader>{`Take ${role} from ${member}?`}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p>It counts within five seconds, on every replica.</p>
          <Failure what="Nothing was changed." error={removal.error} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive
          isPending={removal.isRunning}
          onPress={() => removal.run()}
        >
          Take away
        </Button>
        <Button
          variant="secondary"
          isDisabled={removal.isRunning}
          onPress={onClose}
        >
          Cancel
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
