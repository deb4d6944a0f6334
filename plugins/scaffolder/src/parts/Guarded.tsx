import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button, Link } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import { Notice } from '@callboard/page-parts';

/** Draws its children; when one of them cannot be drawn, says of what that is and offers to try again or to go back. The page around it stays. */
export class Guarded extends Component<
  {
    /** `The form of the template default/node-service`. */
    what: string;
    /** Where Back leads. */
    back?: { href: string; title: string };
    /** Called before the children are drawn again. */
    onRetry?(): void;
    children: ReactNode;
  },
  { error?: Error }
> {
  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  state: { error?: Error } = {};

  componentDidCatch(error: Error, info: ErrorInfo): void {
    // For whoever opens the browser's console; the page has only the sentence.
    // eslint-disable-next-line no-console
    console.warn(
      `${this.props.what} cannot be shown.`,
      error,
      info.componentStack,
    );
  }

  render(): ReactNode {
    const { what, back, onRetry, children } = this.props;
    const { error } = this.state;
    if (!error) return children;
    return (
      <Notice
        role="alert"
        icon={<RiErrorWarningLine size={20} />}
        title={`${what} cannot be shown`}
        action={
          <>
            <Button
              size="small"
              variant="secondary"
              onPress={() => {
                onRetry?.();
                this.setState({ error: undefined });
              }}
            >
              Try again
            </Button>
            {back && (
              <>
                {' '}
                <Link href={back.href} standalone>
                  {back.title}
                </Link>
              </>
            )}
          </>
        }
      >
        {error.message || 'It broke while it was being drawn.'}
      </Notice>
    );
  }
}
