import { OutLink, Panel } from '@callboard/page-parts';
import type { ServeAnswer } from '@callboard/plugin-connections-common';
import { AbilitiesTable } from './AbilitiesTable';
import { ChainSteps } from './ChainSteps';
import styles from './ServeAnswerPanel.module.css';

/** The answer in one sentence, then each credential that was asked, then what the serving one may do. */
export function ServeAnswerPanel(props: { answer: ServeAnswer }) {
  const { answer } = props;
  const { host, owner, repository } = answer;
  const name = [owner, repository].filter(Boolean).join('/') || host;
  // GitHub does not tell the two apart.
  const title = answer.hidden
    ? `GitHub has no ${name}, or it may not be seen`
    : name;
  return (
    <>
      <Panel
        title={title}
        facts={host}
        actions={
          /^https?:/.test(answer.url) && (
            <OutLink href={answer.url}>Open</OutLink>
          )
        }
      >
        <p className={styles.summary}>{answer.summary}</p>
        <ChainSteps steps={answer.steps} />
      </Panel>
      {answer.abilities.length > 0 && (
        <Panel title="What it may do there">
          <AbilitiesTable abilities={answer.abilities} />
        </Panel>
      )}
    </>
  );
}
