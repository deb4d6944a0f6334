import { Skeleton, Text } from '@backstage/ui';
import { greetingFor } from './greetingFor';
import styles from './Greeting.module.css';

/** One line: who, and which day it is. Undefined: the name is not known yet. */
export function Greeting(props: { name: string | undefined; now: Date }) {
  const { name, now } = props;
  return (
    <div className={styles.greeting}>
      <h1 className={styles.words}>
        {greetingFor(now)},{' '}
        {name ?? (
          <Skeleton
            width={96}
            height={18}
            style={{ display: 'inline-block', verticalAlign: 'middle' }}
          />
        )}
      </h1>
      <Text variant="body-medium" color="secondary" className={styles.date}>
        <time dateTime={now.toISOString().slice(0, 10)}>
          {now.toLocaleDateString(undefined, {
            weekday: 'long',
            day: 'numeric',
            month: 'long',
          })}
        </time>
      </Text>
    </div>
  );
}
