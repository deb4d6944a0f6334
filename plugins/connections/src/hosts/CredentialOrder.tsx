import { RiArrowRightLine } from '@remixicon/react';
import { MiddleTruncated } from '@callboard/page-parts';
import type { GithubHostFacts } from '@callboard/plugin-connections-common';
import { appName, tokenName } from './credentialNames';
import styles from './CredentialOrder.module.css';

/** Which credential is asked first, which after it, and what is left when none serves. */
export function CredentialOrder(props: { host: GithubHostFacts }) {
  const { apps, tokens } = props.host;
  const steps = [
    ...apps.map(app => ({
      key: app.credentialId,
      name: appName(app),
      when: 'where it is installed',
    })),
    ...tokens.map(token => ({
      key: token.credentialId,
      name: tokenName(token),
      when: apps.length > 0 ? 'everywhere else' : 'everywhere',
    })),
    {
      key: 'none',
      name: 'nobody',
      when: 'public repositories only, 60 requests an hour',
    },
  ];
  return (
    <div className={styles.order}>
      <span className={styles.label}>Asked in this order:</span>
      <ol className={styles.steps} aria-label="Order of credentials">
        {steps.map(({ key, name, when }, index) => (
          <li key={key} className={styles.step} title={when}>
            {index > 0 && (
              <RiArrowRightLine
                size={14}
                className={styles.then}
                aria-label="then"
              />
            )}
            <span
              className={index < steps.length - 1 ? styles.name : styles.last}
            >
              <MiddleTruncated text={name} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
