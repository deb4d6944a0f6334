import { relativeTime } from './relativeTime';

/** `2 hours ago`, with the exact time on hover. */
export function Ago(props: { at: Date; now?: Date; className?: string }) {
  const { at, now = new Date(), className } = props;
  return (
    <time
      className={className}
      dateTime={at.toISOString()}
      title={at.toLocaleString()}
    >
      {relativeTime({ at, now })}
    </time>
  );
}
