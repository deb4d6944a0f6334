import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiIndeterminateCircleLine,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';
import styles from './StatusIcon.module.css';

/** `running` is under way, `waiting` has not begun, `off` does not take part. */
export type ShownStatus =
  | 'pass'
  | 'warn'
  | 'fail'
  | 'running'
  | 'waiting'
  | 'off';

const LOOKS = {
  pass: { Icon: RiCheckboxCircleFill, word: 'Passes' },
  warn: { Icon: RiAlertFill, word: 'Warning' },
  fail: { Icon: RiCloseCircleFill, word: 'Fails' },
  running: { Icon: RiLoader4Line, word: 'Under way' },
  waiting: { Icon: RiTimeLine, word: 'Waiting' },
  off: { Icon: RiIndeterminateCircleLine, word: '' },
} as const;

/** A status by its shape, its colour and, for those who see neither, a word. */
export function StatusIcon(props: {
  status: ShownStatus;
  /** Said instead of `Passes`, `Warning` or `Fails`; empty where the words beside it say it. */
  word?: string;
  size?: number;
}) {
  const { status, size = 16 } = props;
  const { Icon, word } = LOOKS[status];
  const said = props.word ?? word;
  return (
    <span
      className={styles.icon}
      data-status={status}
      title={said || undefined}
    >
      <Icon size={size} aria-hidden />
      {said && <span className={styles.hidden}>{said}</span>}
    </span>
  );
}
