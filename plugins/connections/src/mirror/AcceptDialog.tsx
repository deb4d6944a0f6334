import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, useAction } from '@callboard/page-parts';
import type { HeldPlan } from '@callboard/plugin-github-common';
import { mirrorApiRef } from '../api/MirrorApi';
import { StatusWords } from '../parts/StatusWords';
import { heldWords } from './heldWords';
import { planWords } from './planWords';
import styles from './AcceptDialog.module.css';

/** Says what would be removed, and has it removed. */
export function AcceptDialog(props: {
  plan: HeldPlan;
  organisation: string;
  /** It has happened. */
  onDone(): void;
  onClose(): void;
}) {
  const { plan, organisation, onDone, onClose } = props;
  const { id, names, remove, reason, cause } = plan;
  const api = useApi(mirrorApiRef);
  const acceptance = useAction(async () => {
    await api.accept({ planId: id });
    onDone();
    onClose();
  });
  return (
    <Dialog
      isOpen
      isDismissable={!acceptance.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(560px, calc(100vw - 32px))"
    >
      <DialogHeader>{`Remove ${planWords(
        plan,
      )} of ${organisation}?`}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p>
            A run found {heldWords(plan)}, and held their removal: {reason}.
            {cause && ` Likely cause: ${cause}.`}
          </p>
          <p>
            Every entity that comes from them leaves the catalog, which may be
            several each, and so does what others say of them. Nothing changes
            at GitHub. What turns up there again, or is taken again, comes back
            by itself.
          </p>
          <ul className={styles.names} aria-label="What would be removed">
            {names.map(name => (
              <li key={name}>{name}</li>
            ))}
            {remove > names.length && (
              <li className={styles.more}>
                and {(remove - names.length).toLocaleString('en')} more
              </li>
            )}
          </ul>
          <div aria-live="assertive">
            {acceptance.error && (
              <div role="alert">
                <StatusWords status="fail">Nothing was removed.</StatusWords>
                <p>{causeOf(acceptance.error)}</p>
              </div>
            )}
          </div>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          destructive
          isPending={acceptance.isRunning}
          onPress={() => acceptance.run()}
        >
          {`Remove ${remove.toLocaleString('en')}`}
        </Button>
        <Button
          variant="secondary"
          isDisabled={acceptance.isRunning}
          onPress={onClose}
        >
          Keep them
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
