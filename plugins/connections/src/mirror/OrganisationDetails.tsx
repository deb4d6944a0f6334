import { Ago, plural } from '@callboard/page-parts';
import type {
  FreshnessTrouble,
  OrganisationStatus,
} from '@callboard/plugin-github-common';
import { useOverview } from '../page/OverviewContext';
import { Facts } from '../parts/Facts';
import { LagWords } from './LagWords';
import { ReconcileButton } from './ReconcileButton';
import { TroubleList } from './TroubleList';

const NOT_YET = 'not yet';

/** All that is known of how an organisation is mirrored. */
export function OrganisationDetails(props: {
  status: OrganisationStatus;
  troubles: FreshnessTrouble[];
  refresh(): void;
}) {
  const { status, troubles, refresh } = props;
  const { overview } = useOverview();
  const { host, organisation, sources, lag, targetLagMs, queued } = status;
  const { repositories, mirrored, eventsInLastHour, lastEventAt } = status;
  const mirrors = sources.length > 0;
  const ago = (at?: string) => (at ? <Ago at={at} /> : NOT_YET);
  return (
    <>
      {troubles.length > 0 && <TroubleList troubles={troubles} />}
      <Facts
        facts={[
          ['Host', host],
          [
            'Repositories',
            mirrors
              ? `${repositories.toLocaleString(
                  'en',
                )}, of which ${mirrored.toLocaleString(
                  'en',
                )} are in the catalog`
              : 'only people and teams are read',
          ],
          ['Asked for changes', mirrors ? ago(status.lastIncrementalAt) : ''],
          [
            'Next time',
            status.nextIncrementalAt && <Ago at={status.nextIncrementalAt} />,
          ],
          ['All compared', mirrors ? ago(status.lastFullAt) : ''],
          [
            'People and teams',
            status.lastPeopleAt && <Ago at={status.lastPeopleAt} />,
          ],
          [
            'Events',
            <>
              {plural(eventsInLastHour, 'event')} in the last hour
              {lastEventAt && (
                <>
                  , the last one <Ago at={lastEventAt} />
                </>
              )}
            </>,
          ],
          [
            'Changes',
            lag ? (
              <LagWords lag={lag} targetLagMs={targetLagMs} />
            ) : (
              'none in the last hour'
            ),
          ],
          [
            'Waiting',
            queued > 0
              ? `${plural(
                  queued,
                  'repository',
                  'repositories',
                )} to be asked about`
              : 'nothing',
          ],
          [
            'From',
            mirrors &&
              sources.map((source, index) => (
                <span key={source}>
                  {index > 0 && ', '}
                  <code>catalog.providers.github.{source}</code>
                </span>
              )),
          ],
        ]}
      />
      {overview.mayManage && (
        <ReconcileButton
          host={host}
          organisation={organisation}
          refresh={refresh}
        />
      )}
    </>
  );
}
