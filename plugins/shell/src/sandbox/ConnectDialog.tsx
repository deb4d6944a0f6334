import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import styles from './SandboxBanner.module.css';

const CHECK =
  'bin/callboard presets check github,github-auth --template > .env && chmod 600 .env';
const START = 'npm start -- --presets recommended,github,github-auth';

/** How to go from the trial to a portal of one's own, for whoever runs it. */
export function ConnectDialog(props: { onClose(): void }) {
  const callback = `${window.location.origin}/api/auth/github/handler/frame`;
  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width="min(640px, calc(100vw - 32px))"
    >
      <DialogHeader>Connect your own GitHub</DialogHeader>
      <DialogBody>
        <ol className={styles.steps}>
          <li>
            Create an OAuth App in your organisation for signing in, with the
            callback address <code>{callback}</code>, and a GitHub App or a
            token for reading repositories.
          </li>
          <li>
            Let the portal write the file to fill in, with what each value is
            and where to find it:
            <pre>{CHECK}</pre>
          </li>
          <li>
            Fill it in, and start:
            <pre>{START}</pre>
          </li>
          <li>
            <code>bin/callboard presets list</code> names the presets for GitHub
            Enterprise, GitLab, Microsoft, Keycloak, LDAP and others. The
            sandbox, and everything in it, stays in the data directory and out
            of your portal.
          </li>
        </ol>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onPress={props.onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
