import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { useAction } from '@callboard/page-parts';
import { keysApiRef } from '../api/KeysApi';
import { CreateFields } from './CreateFields';
import styles from './Dialogs.module.css';
import { Failure } from './Failure';
import { Issued } from './Issued';
import { isComplete, NEW_KEY, toRequest, type KeyDraft } from './KeyDraft';

/** Asks what a key is for, makes it, and shows it. */
export function CreateDialog(props: {
  /** Ids of those that there are. */
  plugins: string[];
  /** It has happened; the key is still shown. */
  onMade(): void;
  onClose(): void;
}) {
  const { plugins, onMade, onClose } = props;
  const api = useApi(keysApiRef);
  const [draft, setDraft] = useState<KeyDraft>(NEW_KEY);
  const creation = useAction(async () => {
    const issued = await api.create(toRequest(draft));
    onMade();
    return issued;
  });
  const issued = creation.result;
  return (
    <Dialog
      isOpen
      // A click beside it must not lose a key that is shown once.
      isDismissable={false}
      isKeyboardDismissDisabled={creation.isRunning || Boolean(issued)}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(560px, calc(100vw - 32px))"
    >
      <DialogHeader>
        {issued ? `The key ${issued.apiKey.name}` : 'Make a key'}
      </DialogHeader>
      <DialogBody>
        {issued ? (
          <Issued issued={issued} />
        ) : (
          <div className={styles.body}>
            <CreateFields draft={draft} plugins={plugins} onChange={setDraft} />
            <Failure what="No key was made." error={creation.error} />
          </div>
        )}
      </DialogBody>
      <DialogFooter>
        {issued ? (
          <Button variant="primary" onPress={onClose}>
            I have copied it
          </Button>
        ) : (
          <>
            <Button
              variant="primary"
              isDisabled={!isComplete(draft)}
              isPending={creation.isRunning}
              onPress={() => creation.run()}
            >
              Make the key
            </Button>
            <Button
              variant="secondary"
              isDisabled={creation.isRunning}
              onPress={onClose}
            >
              Cancel
            </Button>
          </>
        )}
      </DialogFooter>
    </Dialog>
  );
}
