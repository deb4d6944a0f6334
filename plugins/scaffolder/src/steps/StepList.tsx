import { useRef, type KeyboardEvent } from 'react';
import type { RunCredential } from '@callboard/plugin-scaffolder-common';
import type { StepState } from '../run/RunState';
import { StepRow } from './StepRow';
import styles from './StepList.module.css';

/** The steps of a run. Up, Down, Home and End go from row to row, Right and Left open and close, `/` searches the open log. */
export function StepList(props: {
  steps: StepState[];
  /** What the backend says of each step's credential, where no event did. */
  credentials: RunCredential[];
  isOver: boolean;
}) {
  const { steps, credentials, isOver } = props;
  const list = useRef<HTMLOListElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (!(target instanceof HTMLButtonElement) || !('step' in target.dataset))
      return;
    const rows = [
      ...list.current!.querySelectorAll<HTMLElement>('button[data-step]'),
    ];
    const index = rows.indexOf(target);
    const next = {
      ArrowDown: rows[index + 1],
      ArrowUp: rows[index - 1],
      Home: rows[0],
      End: rows.at(-1),
    }[event.key];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };

  return (
    // The rows' buttons take the focus; the list only hears where the arrows of one lead.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol
      ref={list}
      className={styles.list}
      aria-label="Steps"
      onKeyDown={onKeyDown}
    >
      {steps.map((step, index) => (
        <StepRow
          // Ids may repeat in a template that nobody checked.
          key={`${index} ${step.id}`}
          step={step}
          credential={
            step.credential ??
            credentials.find(({ stepId }) => stepId === step.id)
          }
          isOver={isOver}
        />
      ))}
    </ol>
  );
}
