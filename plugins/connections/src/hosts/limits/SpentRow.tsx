import { Disclosure, OutLink, plural } from '@callboard/page-parts';
import type {
  GithubHostFacts,
  SpenderFacts,
} from '@callboard/plugin-connections-common';
import { useOverview } from '../../page/OverviewContext';
import table from '../../parts/Table.module.css';
import { credentialName } from '../credentialNames';
import { resourceTitles } from './resourceTitles';

/** Who asked this GitHub for how much in the last hour. */
export function SpentRow(props: {
  spenders: SpenderFacts[];
  host: GithubHostFacts;
}) {
  const { spenders, host } = props;
  const { base } = useOverview();
  const requests = spenders.reduce((sum, s) => sum + s.requests, 0);
  const plugins = new Set(spenders.map(({ plugin }) => plugin)).size;
  return (
    <Disclosure
      summary={`In the last hour: ${plural(requests, 'request')} by ${plural(
        plugins,
        'plugin',
      )}`}
      actions={
        <OutLink href={`${base}/trace?host=${encodeURIComponent(host.host)}`}>
          See the calls
        </OutLink>
      }
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Plugin</th>
            <th scope="col">Credential</th>
            <th scope="col" className={table.medium}>
              Limit
            </th>
            <th scope="col" className={table.number}>
              Requests
            </th>
            <th scope="col" className={table.number}>
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {spenders.map(({ plugin, credentialId, resource, ...spent }) => (
            <tr key={`${plugin} ${credentialId} ${resource}`}>
              <td title={plugin}>{plugin}</td>
              <td title={credentialId}>
                {credentialName(credentialId, [host])}
              </td>
              <td className={table.medium}>{resourceTitles[resource]}</td>
              <td className={table.number}>
                {spent.requests.toLocaleString('en')}
              </td>
              <td className={table.number}>
                {spent.cost.toLocaleString('en')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  );
}
