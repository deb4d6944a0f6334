import { ButtonLink } from '@backstage/ui';
import { Ago, StatusIcon } from '@callboard/page-parts';
import { RiArrowRightUpLine } from '@remixicon/react';
import type { CheckResult } from '@callboard/plugin-connections-common';
import styles from './CheckRow.module.css';

/** One result: what was tested, what was found, what to do and where. */
export function CheckRow(props: { result: CheckResult }) {
  const { check, status, cause, remedy, links, since } = props.result;
  return (
    <li className={styles.row} data-status={status}>
      <span className={styles.icon}>
        <StatusIcon status={status} />
      </span>
      <div className={styles.words}>
        <p className={styles.check}>{check}</p>
        <p className={styles.cause}>
          {cause}
          {status !== 'pass' && since && (
            <span className={styles.since}>
              {' '}
              Since <Ago at={since} />.
            </span>
          )}
        </p>
        {remedy && (
          <p className={styles.remedy}>
            <span className={styles.label}>To do: </span>
            {remedy}
          </p>
        )}
      </div>
      {links.length > 0 && (
        <span className={styles.links}>
          {links.map(({ title, href }) => {
            const leaves = /^https?:/.test(href);
            return (
              <ButtonLink
                key={`${title} ${href}`}
                size="small"
                variant="secondary"
                href={href}
                iconEnd={
                  leaves ? (
                    <RiArrowRightUpLine
                      size={14}
                      aria-label="(opens in a new tab)"
                    />
                  ) : undefined
                }
                {...(leaves && {
                  target: '_blank',
                  rel: 'noopener noreferrer',
                })}
              >
                {title}
              </ButtonLink>
            );
          })}
        </span>
      )}
    </li>
  );
}
