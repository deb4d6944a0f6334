import type { ShownStatus } from '@callboard/page-parts';
import type { WebhookFacts } from '@callboard/plugin-connections-common';
import { Facts } from '../../parts/Facts';
import { Part } from '../../parts/Part';
import { StatusWords } from '../../parts/StatusWords';
import { DeliveriesTable } from './DeliveriesTable';

const VERDICTS: Record<
  WebhookFacts['verdict'],
  { status: ShownStatus; words: string }
> = {
  ok: { status: 'pass', words: 'Events arrive' },
  off: {
    status: 'off',
    words: 'Switched off: changes show up at the next scheduled sync',
  },
  elsewhere: { status: 'warn', words: 'Events go to another address' },
  failing: { status: 'fail', words: 'The last deliveries failed' },
  unknown: { status: 'off', words: 'Not known: GitHub did not tell' },
};

/** Where GitHub sends events, and whether they arrive. */
export function WebhookPart(props: {
  webhook?: WebhookFacts;
  events: string[];
}) {
  const { webhook, events } = props;
  const verdict = VERDICTS[webhook?.verdict ?? 'unknown'];
  const isUntried =
    webhook?.verdict === 'unknown' &&
    webhook.url !== undefined &&
    webhook.lastDeliveries.length === 0;
  return (
    <Part title="Webhook">
      <Facts
        facts={[
          [
            'State',
            <StatusWords status={verdict.status}>
              {isUntried ? 'Nothing has been sent there yet' : verdict.words}
            </StatusWords>,
          ],
          ['Sends to', webhook?.url && <code>{webhook.url}</code>],
          [
            'Should be',
            webhook && webhook.url !== webhook.expectedUrl ? (
              <code>{webhook.expectedUrl}</code>
            ) : undefined,
          ],
          [
            'Configured',
            webhook?.configuredUrl && webhook.configuredUrl !== webhook.url ? (
              <code>{webhook.configuredUrl}</code>
            ) : undefined,
          ],
          [
            'Secret',
            webhook && webhook.verdict !== 'off' ? (
              <StatusWords status={webhook.hasSecret ? 'pass' : 'fail'}>
                {webhook.hasSecret
                  ? 'Set'
                  : 'None: anybody could send events to the portal'}
              </StatusWords>
            ) : undefined,
          ],
          [
            'Certificate',
            webhook?.insecureSsl ? (
              <StatusWords status="warn">
                GitHub does not check the portal’s certificate
              </StatusWords>
            ) : undefined,
          ],
          ['Events', events.join(', ') || 'none'],
        ]}
      />
      {webhook && webhook.lastDeliveries.length > 0 && (
        <DeliveriesTable deliveries={webhook.lastDeliveries} />
      )}
    </Part>
  );
}
