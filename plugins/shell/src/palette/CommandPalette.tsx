import { RiSearchLine } from '@remixicon/react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { BrandLink } from '../branding/Branding';
import type { RailEntries } from '../layout/railEntries';
import type { Command } from './Command';
import { useCommands } from './useCommands';
import styles from './CommandPalette.module.css';

/** One field for entities, pages and actions. Arrows move, Enter does, Escape leaves. */
export function CommandPalette(props: {
  entries: RailEntries;
  links: BrandLink[];
  onClose(): void;
}) {
  const { entries, links, onClose } = props;
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState(0);
  const { commands, state } = useCommands({ query, entries, links });
  const dialogRef = useRef<HTMLDialogElement>(null);
  const listId = useId();
  const index = Math.min(selected, commands.length - 1);

  useEffect(() => {
    // The browser keeps focus inside a modal dialog and gives it back when it closes.
    dialogRef.current?.showModal();
  }, []);

  useEffect(() => {
    document
      .getElementById(`${listId}-${index}`)
      ?.scrollIntoView?.({ block: 'nearest' });
  }, [index, listId]);

  const run = (command: Command | undefined) => {
    if (!command) return;
    dialogRef.current?.close();
    onClose();
    command.run();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const last = commands.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: index === last ? 0 : index + 1,
      ArrowUp: index === 0 ? last : index - 1,
      PageDown: Math.min(index + 8, last),
      PageUp: Math.max(index - 8, 0),
    };
    if (event.key in moves) {
      event.preventDefault();
      setSelected(moves[event.key]);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(commands[index]);
    }
  };

  return (
    // Escape and Tab are the dialog's own; the click closes it on what lies outside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialogRef}
      className={styles.dialog}
      aria-label="Search or go to"
      onClose={onClose}
      onClick={event => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.field}>
        <RiSearchLine size={18} aria-hidden="true" />
        <input
          className={styles.input}
          role="combobox"
          aria-label="Search or go to"
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={
            commands.length ? `${listId}-${index}` : undefined
          }
          placeholder="Find an entity, a page or an action"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={event => {
            setQuery(event.target.value);
            setSelected(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        className={styles.list}
        id={listId}
        role="listbox"
        aria-label="Results"
      >
        {commands.map((command, i) => (
          <PaletteLine
            key={command.id}
            id={`${listId}-${i}`}
            command={command}
            heading={command.group !== commands[i - 1]?.group}
            selected={i === index}
            onPoint={() => setSelected(i)}
            onRun={() => run(command)}
          />
        ))}
      </div>
      {state === 'failed' && (
        <div className={styles.note} role="status">
          Entities cannot be searched just now. Pages and actions still work.
        </div>
      )}
      <div className={styles.foot} aria-hidden="true">
        <span>
          <kbd>↑ ↓</kbd> move
        </span>
        <span>
          <kbd>Enter</kbd> open
        </span>
        <span>
          <kbd>Esc</kbd> close
        </span>
      </div>
    </dialog>
  );
}

function PaletteLine(props: {
  id: string;
  command: Command;
  heading: boolean;
  selected: boolean;
  onPoint(): void;
  onRun(): void;
}) {
  const { id, command, heading, selected, onPoint, onRun } = props;
  return (
    <>
      {heading && (
        <div className={styles.group} role="presentation">
          {command.group}
        </div>
      )}
      {/* The keyboard never leaves the field above, which names the selected option. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
      <div
        id={id}
        className={styles.option}
        role="option"
        aria-selected={selected}
        onMouseMove={selected ? undefined : onPoint}
        onClick={onRun}
      >
        <span className={styles.icon}>{command.icon}</span>
        <span className={styles.title}>{command.title}</span>
        {command.detail && (
          <span className={styles.detail}>{command.detail}</span>
        )}
      </div>
    </>
  );
}
