import { ButtonLink } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { AttentionPanel } from '../checks/AttentionPanel';
import { HostPanel } from '../hosts/HostPanel';
import { IgnoredPanel } from '../hosts/IgnoredPanel';
import { MirrorPanel } from '../mirror/MirrorPanel';
import { useOverview } from '../page/OverviewContext';
import { SystemsPanel } from '../systems/SystemsPanel';
import { NoGithub } from './NoGithub';
import styles from './OverviewSection.module.css';

/** What needs attention, then every GitHub, then everything else. */
export function OverviewSection() {
  const { overview, base } = useOverview();
  const { hosts, ignored, systems, mayManage } = overview;
  const isConnected = hosts.some(
    ({ apps, tokens }) => apps.length + tokens.length > 0,
  );
  // An alias stands in the panel of its host.
  const shown = hosts.filter(
    ({ aliasOf }) => !hosts.some(({ host }) => host === aliasOf),
  );
  return (
    <>
      <AttentionPanel />
      {!isConnected && <NoGithub />}
      {shown.map(host => (
        <HostPanel
          key={host.host}
          host={host}
          aliases={hosts.filter(({ aliasOf }) => aliasOf === host.host)}
        />
      ))}
      {isConnected && <MirrorPanel />}
      {isConnected && mayManage && (
        <div className={styles.actions}>
          <ButtonLink
            size="small"
            variant="secondary"
            iconStart={<RiAddLine size={14} />}
            href={`${base}/new-app`}
          >
            Create a GitHub App
          </ButtonLink>
        </div>
      )}
      {ignored.length > 0 && <IgnoredPanel ignored={ignored} />}
      {systems.length > 0 && <SystemsPanel systems={systems} />}
    </>
  );
}
