import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { RiArrowRightSLine } from '@remixicon/react';
import { StatusIcon, useTick } from '@callboard/page-parts';
import type { RunCredential } from '@callboard/plugin-scaffolder-common';
import { durationWords } from '../run/durationWords';
import type { StepState } from '../run/RunState';
import { CredentialLine } from './CredentialLine';
import { StepLog } from './StepLog';
import { stepWords } from './stepWords';
import styles from './StepRow.module.css';

/** One step: its state, name, action and time; opened, its credential and its log. What runs or failed is open until a person closes it. */
export function StepRow(props: {
  step: StepState;
  credential?: RunCredential;
  isOver: boolean;
}) {
  const { step, credential, isOver } = props;
  const { status, name, action } = step;
  const [chosen, setChosen] = useState<boolean>();
  const isOpen = chosen ?? (status === 'running' || status === 'failed');
  const bodyId = useId();
  const { look, word } = stepWords[status];
  const said = status === 'waiting' && isOver ? 'Not run' : word;

  // What a person opened stays open; what fails is shown, whatever was chosen before.
  useEffect(() => {
    if (status === 'failed') setChosen(undefined);
  }, [status]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') setChosen(true);
    if (event.key === 'ArrowLeft') setChosen(false);
    if (event.key === '/' && isOpen) {
      event.preventDefault();
      document.getElementById(bodyId)?.querySelector('input')?.focus();
    }
  };

  return (
    <li
      className={styles.step}
      data-status={status}
      aria-current={status === 'running' ? 'step' : undefined}
    >
      <button
        type="button"
        className={styles.row}
        data-step={step.id}
        aria-expanded={isOpen}
        aria-controls={isOpen ? bodyId : undefined}
        onClick={() => setChosen(!isOpen)}
        onKeyDown={onKeyDown}
      >
        <RiArrowRightSLine
          size={16}
          className={styles.chevron}
          data-open={isOpen}
          aria-hidden
        />
        <StatusIcon
          status={status === 'waiting' && isOver ? 'off' : look}
          word=""
        />
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.action} title={action}>
          {action}
        </span>
        <span className={styles.time}>
          <StepTime step={step} />
        </span>
        <span className={styles.word}>{said}</span>
      </button>
      {isOpen && (
        <div id={bodyId} className={styles.body}>
          {credential && (
            <CredentialLine
              credential={credential}
              action={action}
              status={status}
            />
          )}
          <StepLog step={step} isOver={isOver} />
        </div>
      )}
    </li>
  );
}

function StepTime(props: { step: StepState }) {
  const { startedAt, endedAt, status } = props.step;
  if (!startedAt) return null;
  if (endedAt)
    return <>{durationWords(Date.parse(endedAt) - Date.parse(startedAt))}</>;
  return status === 'running' ? <Running since={startedAt} /> : null;
}

function Running(props: { since: string }) {
  useTick(1_000);
  return <>{durationWords(Date.now() - Date.parse(props.since))}</>;
}
