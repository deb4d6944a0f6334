import type { ReactNode } from 'react';

/** A button, or a link that looks like one. Its text says what happens: "Buy for 45 €", not "OK". */
export function Button(props: {
  tone?: 'primary' | 'quiet' | 'danger';
  href?: string;
  onPress?: () => void;
  children: ReactNode;
}) {
  const className = `cb-button cb-button--${props.tone ?? 'quiet'}`;
  return props.href ? (
    <a className={className} href={props.href}>
      {props.children}
    </a>
  ) : (
    <button type="button" className={className} onClick={props.onPress}>
      {props.children}
    </button>
  );
}
