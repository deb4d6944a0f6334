import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  causeOf,
  Lines,
  Notice,
  Panel,
  usePolled,
} from '@callboard/page-parts';
import { RiKey2Line } from '@remixicon/react';
import { AccessProblem } from '../parts/AccessProblem';
import { keysApiRef } from './api/KeysApi';
import { ConfiguredPanel } from './ConfiguredPanel';
import { CreateDialog } from './dialogs/CreateDialog';
import { KeyRow } from './KeyRow';
import styles from './KeysSection.module.css';

const EVERY_MS = 30_000;

/** The keys of machines: which there are, and what the configuration lets in besides. */
export default function KeysSection() {
  const api = useApi(keysApiRef);
  const { polled, refresh } = usePolled({
    key: 'keys',
    everyMs: EVERY_MS,
    load: signal => api.list({ signal }),
  });
  const [isCreating, setCreating] = useState(false);
  const answer = polled.state === 'ready' ? polled.value : undefined;
  const create = answer?.mayManage && (
    <Button size="small" variant="primary" onPress={() => setCreating(true)}>
      Make a key
    </Button>
  );
  return (
    <>
      <Panel
        title="Keys"
        count={answer?.keys.length || undefined}
        actions={answer && answer.keys.length > 0 ? create : undefined}
      >
        {polled.state === 'loading' && <Lines count={5} />}
        {polled.state === 'failed' && (
          <AccessProblem
            what="the keys of machines"
            error={polled.error}
            retry={refresh}
          />
        )}
        {polled.state === 'ready' && polled.outdated && (
          <p className={styles.outdated} role="status">
            This may be out of date. {causeOf(polled.outdated)}
          </p>
        )}
        {answer?.keys.length === 0 && (
          <Notice
            icon={<RiKey2Line size={20} />}
            title="No machine has a key"
            action={create}
          >
            With a key a machine asks the portal&apos;s API in its own name: a
            CI job that starts a template, a script that reads the catalog.
          </Notice>
        )}
        {answer?.keys.map(apiKey => (
          <KeyRow
            key={apiKey.id}
            apiKey={apiKey}
            mayManage={answer.mayManage}
            refresh={refresh}
          />
        ))}
      </Panel>
      {answer && answer.configured.length > 0 && (
        <ConfiguredPanel configured={answer.configured} />
      )}
      {isCreating && answer && (
        <CreateDialog
          plugins={answer.plugins}
          onMade={refresh}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
}
