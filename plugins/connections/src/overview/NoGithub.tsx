import { ButtonLink } from '@backstage/ui';
import { Notice, Panel } from '@callboard/page-parts';
import { RiGithubLine } from '@remixicon/react';
import { useOverview } from '../page/OverviewContext';

/** What stands in place of the hosts while no GitHub is connected. */
export function NoGithub() {
  const { overview, base } = useOverview();
  return (
    <Panel title="Connect GitHub">
      <Notice
        icon={<RiGithubLine size={20} />}
        title="No GitHub is connected"
        action={
          overview.mayManage && (
            <ButtonLink size="small" variant="primary" href={`${base}/new-app`}>
              Create a GitHub App
            </ButtonLink>
          )
        }
      >
        The portal reads its catalog, docs and templates from GitHub, as a
        GitHub App of your own: it has exactly the permissions that you choose
        here, and its key stays with the portal.
      </Notice>
    </Panel>
  );
}
