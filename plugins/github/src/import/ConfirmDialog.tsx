import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { causeOf, plural, useAction } from '@callboard/page-parts';
import type { ImportMode, ImportRun } from '@callboard/plugin-github-common';
import { githubApiRef } from '../api/GithubApi';
import styles from './ConfirmDialog.module.css';

const MOST_NAMED = 8;

/** Says what is about to happen, and begins it. */
export function ConfirmDialog(props: {
  run: ImportRun;
  mode: ImportMode;
  repositories: string[];
  onClose(): void;
  onApplied(): void;
}) {
  const { run, mode, repositories, onClose, onApplied } = props;
  const api = useApi(githubApiRef);
  const beginning = useAction(async () => {
    await api.apply({ id: run.id, mode, repositories });
    onApplied();
    onClose();
  });
  const count = plural(repositories.length, 'repository', 'repositories');
  const more = repositories.length - MOST_NAMED;
  return (
    <Dialog
      isOpen
      isDismissable={!beginning.isRunning}
      onOpenChange={isOpen => !isOpen && onClose()}
      width="min(560px, calc(100vw - 32px))"
    >
      <DialogHeader>
        {mode === 'register'
          ? `Register ${count}?`
          : `Open pull requests in ${count}?`}
      </DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <p className={styles.text}>
            {mode === 'register'
              ? 'What is inferred of them is in the catalog within moments, marked as inferred. A descriptor takes its place once there is one. Unregister the location of an entity to undo it.'
              : 'Each gets a branch callboard/catalog-info with the descriptor of the plan, and a pull request that asks its people to look at it. GitHub allows so many a minute; the portal waits where it has to. A pull request that was opened before is not opened again.'}
          </p>
          <p className={styles.text}>
            {repositories.slice(0, MOST_NAMED).join(', ')}
            {more > 0 && ` and ${more} more`}
          </p>
          {beginning.error && (
            <p className={styles.error} role="alert">
              {causeOf(beginning.error)}
            </p>
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isPending={beginning.isRunning}
          onPress={() => beginning.run()}
        >
          {mode === 'register' ? 'Register' : 'Open pull requests'}
        </Button>
        <Button
          variant="secondary"
          isDisabled={beginning.isRunning}
          onPress={onClose}
        >
          Cancel
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
