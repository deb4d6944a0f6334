import { OutLink } from '@callboard/page-parts';
import type {
  InstallationFacts,
  PermissionComparison,
} from '@callboard/plugin-connections-common';
import { Facts } from '../../parts/Facts';
import { Part } from '../../parts/Part';
import { LimitBars } from '../limits/LimitBars';
import { PermissionTable } from './PermissionTable';
import { repositoriesWords } from './repositoriesWords';

/** One installation: what it reaches, what it may, what is left of its limits. */
export function InstallationDetails(props: {
  installation: InstallationFacts;
  asked: PermissionComparison;
}) {
  const { installation, asked } = props;
  const { someRepositories, repositories, pendingPermissions } = installation;
  const { permissions } = installation;
  // What is as the App asks and as it should be is said once, below.
  const isUnremarkable =
    permissions.missing.length + permissions.needless.length === 0 &&
    JSON.stringify(asked.rows) === JSON.stringify(permissions.rows);
  return (
    <>
      <Facts
        facts={[
          [
            'Repositories',
            <>
              {repositoriesWords(installation)}
              {someRepositories.length > 0 && (
                <>
                  : {someRepositories.join(', ')}
                  {repositories !== undefined &&
                    repositories > someRepositories.length &&
                    ', …'}
                </>
              )}
            </>,
          ],
          [
            'Waiting for',
            pendingPermissions.length > 0
              ? `${pendingPermissions.join(', ')}: ${
                  installation.account
                } has to accept them`
              : undefined,
          ],
          [
            'At GitHub',
            <OutLink href={installation.htmlUrl}>
              {pendingPermissions.length > 0
                ? 'Review and accept'
                : 'Choose repositories, suspend or remove'}
            </OutLink>,
          ],
        ]}
      />
      <Part title="Limits">
        <LimitBars limits={installation.rateLimits} />
      </Part>
      {!isUnremarkable && (
        <Part title="Permissions granted here">
          <PermissionTable comparison={permissions} />
        </Part>
      )}
    </>
  );
}
