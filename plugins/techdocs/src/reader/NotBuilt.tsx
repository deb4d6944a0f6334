import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import { Notice, Panel } from '@callboard/page-parts';
import { RiArticleLine, RiErrorWarningLine } from '@remixicon/react';
import type { DocsProgress } from '../progress/DocsProgress';
import { BuildLog } from './BuildLog';
import { BuildSteps } from './BuildSteps';
import { elapsedWords } from './elapsedWords';

/** Docs that are not there, why, and what to do. */
export function NotBuilt(props: {
  progress: Extract<DocsProgress, { state: 'failed' | 'missing' }>;
  retry: () => void;
}) {
  const { progress, retry } = props;
  const { build } = progress;
  const action = (
    <Button size="small" variant="secondary" onPress={retry}>
      Try again
    </Button>
  );
  if (progress.state === 'missing') {
    return (
      <Panel title="Docs" icon={<RiArticleLine size={16} aria-hidden />}>
        <Notice
          icon={<RiArticleLine size={20} />}
          title="These docs have not been published yet"
          action={action}
        >
          {missingWords(progress.builder)}
        </Notice>
        {build.log.length > 0 && <BuildLog log={build.log} />}
      </Panel>
    );
  }
  const { startedAt } = build;
  return (
    <Panel
      title="Docs"
      icon={<RiArticleLine size={16} aria-hidden />}
      facts={`after ${elapsedWords({
        from: startedAt,
        to: progress.failedAt,
      })}`}
    >
      <Notice
        role="alert"
        icon={<RiErrorWarningLine size={20} />}
        title="These docs could not be built"
        action={action}
      >
        {progress.cause}
      </Notice>
      <BuildSteps build={build} hasFailed />
      <BuildLog log={build.log} />
    </Panel>
  );
}

function missingWords(builder: string): ReactNode {
  return builder === 'local'
    ? 'The portal has nothing new to build and no start page to show. It looks at the source again at most once a minute; then try again. The source needs a docs/index.md or a README.md.'
    : 'This portal only reads docs. They appear when the pipeline of their repository has published them with techdocs-cli.';
}
