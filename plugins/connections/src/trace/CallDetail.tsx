import { Ago, OutLink } from '@callboard/page-parts';
import type { TraceItem } from '@callboard/plugin-connections-common';
import { credentialName } from '../hosts/credentialNames';
import { resourceTitles } from '../hosts/limits/resourceTitles';
import { useOverview } from '../page/OverviewContext';
import { Facts } from '../parts/Facts';
import { personName } from './personName';
import styles from './CallsTable.module.css';

/** What a row has no room for: why this credential, and what GitHub counted. */
export function CallDetail(props: {
  call: TraceItem;
  credential: string;
  sentence: string;
}) {
  const { call, credential, sentence } = props;
  const { overview, base } = useOverview();
  const webUrl = overview.hosts
    .find(({ host }) => host === call.host)
    ?.webUrl.replace(/\/$/, '');
  const name = [call.owner, call.repository].filter(Boolean).join('/');
  return (
    <div className={styles.box}>
      <p className={styles.sentence}>{sentence}</p>
      <Facts
        facts={[
          ['Host', call.host],
          [
            'Request',
            <code>
              {call.method} {call.path}
            </code>,
          ],
          [
            'About',
            name &&
              (webUrl ? (
                <OutLink
                  href={`${base}/serve?url=${encodeURIComponent(
                    `${webUrl}/${name}`,
                  )}`}
                >
                  {name}: who serves it?
                </OutLink>
              ) : (
                name
              )),
          ],
          [
            'Asked by',
            `${call.plugin}${
              call.person ? `, for ${personName(call.person)}` : ''
            }${call.via === 'stock' ? ', with a client of its own' : ''}`,
          ],
          ['Credential', credential],
          [
            'Why not a better one',
            call.passedOver.length > 0 && (
              <ul className={styles.passed}>
                {call.passedOver.map(step => (
                  <li key={step.credentialId}>
                    {step.kind === 'none'
                      ? step.title
                      : credentialName(
                          step.credentialId,
                          overview.hosts,
                          step.title,
                        )}
                    : {step.reason}{' '}
                    {step.link && (
                      <OutLink href={step.link}>Mend it at GitHub</OutLink>
                    )}
                  </li>
                ))}
              </ul>
            ),
          ],
          [
            'Limit',
            <>
              {resourceTitles[call.resource]}: cost {call.cost}
              {call.remaining !== undefined &&
                `, ${call.remaining.toLocaleString('en')}${
                  call.limit ? ` of ${call.limit.toLocaleString('en')}` : ''
                } left`}
              {call.resetAt && (
                <>
                  , resets <Ago at={call.resetAt} />
                </>
              )}
            </>,
          ],
          [
            'Time',
            `${new Date(call.at).toLocaleString()}${
              call.durationMs === undefined
                ? ''
                : `, answered after ${Math.round(call.durationMs)} ms`
            }${
              call.waitedMs > 0
                ? `, held back ${Math.round(call.waitedMs)} ms by the budget`
                : ''
            }${call.attempt > 1 ? `, attempt ${call.attempt}` : ''}`,
          ],
        ].map(([fact, value]) => [fact as string, value || undefined])}
      />
    </div>
  );
}
