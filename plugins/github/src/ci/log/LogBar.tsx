import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ButtonIcon, SearchField, Switch } from '@backstage/ui';
import { fieldClass } from '@callboard/page-parts';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import styles from './LogBar.module.css';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The search of a log: `/` goes to it, Enter and Shift + Enter to the next and the previous line. */
export function LogBar(props: {
  text: string;
  onText(text: string): void;
  /** How many lines were found, and at which of them the log stands, from 0. */
  count: number;
  at: number;
  onStep(step: 1 | -1): void;
  isOnlyFound: boolean;
  onOnlyFound(isOnly: boolean): void;
  children?: ReactNode;
}) {
  const { text, onText, count, at, onStep, isOnlyFound, onOnlyFound } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event.target)) return;
      event.preventDefault();
      // The page has a `/` of its own, which would go to the first field of the page.
      event.stopPropagation();
      box.current?.querySelector('input')?.focus();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    onStep(event.shiftKey ? -1 : 1);
  };
  return (
    <div className={styles.bar}>
      <div
        className={styles.search}
        ref={box}
        role="search"
        onKeyDownCapture={onKeyDown}
      >
        <SearchField
          aria-label="Search in the log"
          placeholder="Search in the log"
          size="small"
          className={fieldClass}
          value={text}
          onChange={onText}
        />
      </div>
      {text && (
        <>
          <span className={styles.count} role="status">
            {count === 0
              ? 'Not in this log'
              : `${(at + 1).toLocaleString('en')} of ${count.toLocaleString(
                  'en',
                )}`}
          </span>
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label="Previous match"
            icon={<RiArrowUpSLine size={16} />}
            isDisabled={count === 0}
            onPress={() => onStep(-1)}
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label="Next match"
            icon={<RiArrowDownSLine size={16} />}
            isDisabled={count === 0}
            onPress={() => onStep(1)}
          />
          <Switch
            label="Only matches"
            isSelected={isOnlyFound}
            onChange={onOnlyFound}
          />
        </>
      )}
      <div className={styles.rest}>{props.children}</div>
    </div>
  );
}
