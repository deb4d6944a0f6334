import { relativeTime } from './relativeTime';

/** `2 hours ago` or `in 23 minutes`, with the exact time on hover. */
export function Ago(props: { at: string; now?: Date; className?: string }) {
  const { now = new Date(), className } = props;
  const at = new Date(props.at);
  const isKnown = !Number.isNaN(at.getTime());
  return (
    <time
      className={className}
      dateTime={props.at}
      title={isKnown ? at.toLocaleString() : props.at}
    >
      {relativeTime({ at, now })}
    </time>
  );
}
