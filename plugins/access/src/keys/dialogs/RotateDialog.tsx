import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { fieldClass, useAction } from '@callboard/page-parts';
import type { ApiKey } from '@callboard/plugin-access-common';
import { keysApiRef } from '../api/KeysApi';
import styles from './Dialogs.module.css';
import { Failure } from './Failure';
import { Issued } from './Issued';

const OVERLAPS: [hours: number, label: string][] = [
  [0, 'Not at all: whoever uses it now is refused at once'],
  [1, '1 hour'],
  [24, '1 day'],
  [168, '7 days'],
];

/** Makes a new secret for a key, and shows it. */
export function RotateDialog(props: {
  apiKey: ApiKey;
  /** It has happened; the secret is still shown. */
  onDone(): void;
  onClose(): void;
}) {
  const { apiKey, onDone, onClose } = props;
  const api = useApi(keysApiRef);
  const [overlapHours, setOverlapHours] = useState(24);
  const rotation = useAction(async () => {
    const issued = await api.rotate({ id: apiKey.id, overlapHours });
    onDone();
    return issued;
  });
  const issued = rotation.result;
  return (
    <Dialog
      isOpen
      isDismissable={false}
      isKeyboardDismissDisabled={rotation.isRunning || Boolean(issued)}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(560px, calc(100vw - 32px))"
    >
      <DialogHeader>
        {issued ? `The new secret of ${apiKey.name}` : `Rotate ${apiKey.name}?`}
      </DialogHeader>
      <DialogBody>
        {issued ? (
          <Issued issued={issued} />
        ) : (
          <div className={styles.body}>
            <p>
              The key gets a new secret, good for as long as the first one was
              meant to be. Its id, owner and scopes stay.
            </p>
            <Select
              className={fieldClass}
              label="The secret before stays good for"
              size="medium"
              options={OVERLAPS.map(([hours, label]) => ({
                id: String(hours),
                label,
              }))}
              value={String(overlapHours)}
              onChange={hours => setOverlapHours(Number(hours))}
            />
            <Failure what="Nothing was changed." error={rotation.error} />
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
              isPending={rotation.isRunning}
              onPress={() => rotation.run()}
            >
              Make a new secret
            </Button>
            <Button
              variant="secondary"
              isDisabled={rotation.isRunning}
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
