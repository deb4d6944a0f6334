import { Checkbox, Link } from '@backstage/ui';
import { Disclosure } from '@callboard/page-parts';
import type { ImportItem } from '@callboard/plugin-github-common';
import { outcomeWords } from './outcomeWords';
import { stateTitles } from './stateTitles';
import styles from './ItemRow.module.css';

/** A repository of a plan; opened it shows why, what is missing, and the descriptor. */
export function ItemRow(props: {
  item: ImportItem;
  /** Undefined: it cannot be chosen. */
  isChosen: boolean | undefined;
  onChoose(isChosen: boolean): void;
}) {
  const { item, isChosen, onChoose } = props;
  const { repository, url, state, entity, missing, problems, outcome } = item;
  return (
    <li className={styles.item}>
      <span className={styles.choice}>
        {isChosen !== undefined && (
          <Checkbox
            aria-label={`Choose ${repository}`}
            isSelected={isChosen}
            onChange={onChoose}
          />
        )}
      </span>
      <Disclosure
        summary={
          <>
            <span className={styles.name}>{repository}</span>
            <span className={styles.state} data-state={state}>
              {stateTitles[state]}
            </span>
            {entity && <span className={styles.ref}>{entity.ref}</span>}
            {outcome && (
              <span className={styles.outcome} data-status={outcome.status}>
                {outcomeWords[outcome.status]}
              </span>
            )}
          </>
        }
      >
        <p className={styles.text}>
          <Link href={url} target="_blank" rel="noopener noreferrer">
            {url}
          </Link>
          {outcome?.status === 'pull-request' && outcome.url && (
            <>
              {', '}
              <Link
                href={outcome.url}
                target="_blank"
                rel="noopener noreferrer"
              >
                pull request
              </Link>
            </>
          )}
        </p>
        {outcome?.error && <p className={styles.text}>{outcome.error}</p>}
        {problems.length > 0 && <Words title="Why" words={problems} />}
        {missing.length > 0 && (
          <Words title="What could not be found out" words={missing} />
        )}
        {entity && (
          <section aria-label={`Descriptor of ${repository}`}>
            <h3 className={styles.title}>Descriptor</h3>
            {/* It may be wider than the page, and then it scrolls by the keyboard, too. */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre className={styles.yaml} tabIndex={0}>
              {entity.yaml}
            </pre>
          </section>
        )}
      </Disclosure>
    </li>
  );
}

function Words(props: { title: string; words: string[] }) {
  return (
    <section>
      <h3 className={styles.title}>{props.title}</h3>
      <ul className={styles.words}>
        {props.words.map(word => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </section>
  );
}
