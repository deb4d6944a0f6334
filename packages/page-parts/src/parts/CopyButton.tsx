import { useEffect, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';

const SHOWN_MS = 2_000;

/** Puts a text on the clipboard and says that it did. */
export function CopyButton(props: {
  text: string;
  label: string;
  word?: string;
}) {
  const { text, label, word = 'Copy' } = props;
  const [said, setSaid] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);

  return (
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
        {said === 'failed' && 'Select and copy it'}
        {!said && word}
      </span>
    </Button>
  );
}
