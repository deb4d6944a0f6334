import { lazy, Suspense, useState } from 'react';
import type { PortalSandbox } from './readSandbox';
import banner from '../branding/Banner.module.css';
import styles from './SandboxBanner.module.css';

/** Read once in a trial, so no part of the first page. */
const ConnectDialog = lazy(() =>
  import('./ConnectDialog').then(m => ({ default: m.ConnectDialog })),
);

/** Says on every page that what it shows is an example, and how to connect the real GitHub. It stays as long as that is so. */
export function SandboxBanner(props: { sandbox: PortalSandbox }) {
  const { url, organization } = props.sandbox;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={banner.banner} role="region" aria-label="Sandbox">
      <span>
        This is a sandbox: an example company on{' '}
        <a href={`${url}/${organization}`}>a GitHub of its own</a>, on this
        machine.{' '}
        <button
          type="button"
          className={styles.connect}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          Connect the real one
        </button>
      </span>
      {isOpen && (
        <Suspense fallback={null}>
          <ConnectDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
