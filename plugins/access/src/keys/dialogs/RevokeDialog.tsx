import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { Ago, useAction } from '@callboard/page-parts';
import type { ApiKey } from '@callboard/plugin-access-common';
import { keysApiRef } from '../api/KeysApi';
import styles from './Dialogs.module.css';
import { Failure } from './Failure';

/** Asks once more, and revokes a key. */
export function RevokeDialog(props: {
  apiKey: ApiKey;
  onDone(): void;
  onClose(): void;
}) {
  const { apiKey, onDone, onClose } = props;
  const { id, name, lastUsedAt } = apiKey;
  const api = useApi(keysApiRef);
  const revocation = useAction(async () => {
    await api.revoke({ id });
    onDone();
    onClose();
  });
  return (
    <Dialog
      isOpen
      isDismissable={!revocation.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(480px, calc(100vw - 32px))"
    >
      <DialogHeader>{`Revoke ${name}?`}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p>
            Whoever uses it is refused within five seconds, on every replica.
            This cannot be undone.
          </p>
          <p>
            {lastUsedAt ? (
              <>
                It was last used <Ago at={lastUsedAt} />.
              </>
            ) : (
              'It has not been used.'
            )}
          </p>
          <Failure what="The key was not revoked." error={revocation.error} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive
          isPending={revocation.isRunning}
          onPress={() => revocation.run()}
        >
          Revoke
        </Button>
        <Button
          variant="secondary"
          isDisabled={revocation.isRunning}
          onPress={onClose}
        >
          Keep it
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
