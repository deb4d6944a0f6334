import { Ago } from '@callboard/page-parts';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiForbid2Line,
  RiTimeLine,
} from '@remixicon/react';
import type { ApiKey } from '@callboard/plugin-access-common';
import { keyStatus, type KeyStatus } from './keyStatus';
import styles from './KeyStatusWords.module.css';

const ICONS: Record<KeyStatus, typeof RiTimeLine> = {
  active: RiCheckboxCircleLine,
  soon: RiAlertLine,
  expired: RiTimeLine,
  revoked: RiForbid2Line,
};

/** Whether a key is good, and until or since when. */
export function KeyStatusWords(props: { apiKey: ApiKey }) {
  const { apiKey } = props;
  const status = keyStatus({ apiKey, now: new Date() });
  const Icon = ICONS[status];
  return (
    <span className={styles.status} data-status={status}>
      <Icon size={14} aria-hidden />
      {status === 'revoked' && (
        <span>
          Revoked <Ago at={apiKey.revokedAt!} />
        </span>
      )}
      {status === 'expired' && (
        <span>
          Expired <Ago at={apiKey.expiresAt} />
        </span>
      )}
      {(status === 'active' || status === 'soon') && (
        <span>
          Expires <Ago at={apiKey.expiresAt} />
        </span>
      )}
    </span>
  );
}
