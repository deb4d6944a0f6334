import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import styles from './CopyText.module.css';

/** A text that is to be copied, and the button that does. */
export function CopyText(props: {
  /** As in 'Copy the key'. */
  label: string;
  text: string;
}) {
  const { label, text } = props;
  const [said, setSaid] = useState<'copied' | 'failed'>();
  return (
    <div className={styles.copy}>
      <code className={styles.text}>{text}</code>
      <Button
        size="small"
        variant="secondary"
        aria-label={`Copy ${label}`}
        iconStart={
          said === 'copied' ? (
            <RiCheckLine size={14} />
          ) : (
            <RiFileCopyLine size={14} />
          )
        }
        onPress={async () => {
          try {
            await navigator.clipboard.writeText(text);
            setSaid('copied');
          } catch {
            // A page that is not served over HTTPS has no clipboard.
            setSaid('failed');
          }
        }}
      >
        <span aria-live="polite">
          {said === 'copied' && 'Copied'}
          {said === 'failed' && 'Select it'}
          {!said && 'Copy'}
        </span>
      </Button>
    </div>
  );
}
