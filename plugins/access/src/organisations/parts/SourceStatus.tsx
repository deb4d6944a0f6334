import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiTimeLine,
} from '@remixicon/react';
import styles from './SourceStatus.module.css';
import type { ShownStatus } from './statusOfSource';

const LOOKS = {
  ok: { Icon: RiCheckboxCircleFill, word: 'Well' },
  warn: { Icon: RiAlertFill, word: 'Warning' },
  fail: { Icon: RiCloseCircleFill, word: 'Fails' },
  waiting: { Icon: RiTimeLine, word: 'Waiting' },
} as const;

/** A status by its shape, its colour and, for those who see neither, a word. */
export function SourceStatus({ status }: { status: ShownStatus }) {
  const { Icon, word } = LOOKS[status];
  return (
    <span className={styles.icon} data-status={status} title={word}>
      <Icon size={16} aria-hidden />
      <span className={styles.hidden}>{word}</span>
    </span>
  );
}
