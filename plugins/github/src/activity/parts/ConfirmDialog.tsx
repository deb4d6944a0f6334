import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { causeOf, useAction } from '@callboard/page-parts';
import styles from './ConfirmDialog.module.css';

/** Says what is about to happen at GitHub, and does it. It stays open with the cause where that fails. */
export function ConfirmDialog(props: {
  title: string;
  children: ReactNode;
  /** What the button says, a verb. */
  verb: string;
  act(): Promise<void>;
  onClose(): void;
}) {
  const { title, children, verb, act, onClose } = props;
  const acting = useAction(async () => {
    await act();
    onClose();
  });
  return (
    <Dialog
      isOpen
      isDismissable={!acting.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(560px, calc(100vw - 32px))"
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          {children}
          {acting.error && (
            <p className={styles.error} role="alert">
              {causeOf(acting.error)}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isPending={acting.isRunning}
          onPress={() => acting.run()}
        >
          {verb}
        </Button>
        <Button
          variant="secondary"
          isDisabled={acting.isRunning}
          onPress={onClose}
        >
          Keep it as it is
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
