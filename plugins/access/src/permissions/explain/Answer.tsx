import type { Explanation } from '@callboard/plugin-access-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiEqualizerLine,
} from '@remixicon/react';
import styles from './Answer.module.css';

const ANSWERS = {
  allow: { word: 'Allowed', Icon: RiCheckboxCircleLine },
  deny: { word: 'Denied', Icon: RiCloseCircleLine },
  conditional: { word: 'Allowed under conditions', Icon: RiEqualizerLine },
};

/** The answer in one line, then what gave it, the ways to the roles, and what would change it. */
export function Answer(props: { explanation: Explanation }) {
  const { explanation } = props;
  const { user, permission, entity, result, because, change } = explanation;
  const { word, Icon } = ANSWERS[result];
  return (
    <div className={styles.answer}>
      <p className={styles.result} data-result={result}>
        <Icon size={18} aria-hidden />
        <span>
          <strong>{word}:</strong> {user} and {permission.name}
          {entity && ` on ${entity}`}
        </span>
      </p>
      <Part title="Because" lines={because} />
      <h3 className={styles.title}>Roles</h3>
      <ul className={styles.lines}>
        {explanation.roles.map(({ role, path, rule }) => (
          <li key={`${role} ${path.join()}`}>
            <strong>{role}</strong>: {path.join(' → ')} ({rule})
          </li>
        ))}
      </ul>
      <Part title="What would change it" lines={change} />
    </div>
  );
}

function Part(props: { title: string; lines: string[] }) {
  const { title, lines } = props;
  if (lines.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
