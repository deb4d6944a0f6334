import { useRouteRef } from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { Link } from '@backstage/ui';
import { Panel } from '@callboard/page-parts';
import { StepList } from '../steps/StepList';
import { CauseNotice } from './CauseNotice';
import { ConnectionNotice } from './ConnectionNotice';
import { RunFacts } from './RunFacts';
import { RunOutputs, type TemplateOutputs } from './RunOutputs';
import { isOver } from './RunState';
import { templateOf } from './templateOf';
import { useRunActions } from './useRunActions';
import type { WatchedRun } from './watchRun';

/** A run that could be read: where it stands, why it failed, what it gave, its steps. */
export function RunView(props: {
  watched: Extract<WatchedRun, { state: 'ready' }>;
  templateOutputs?: TemplateOutputs[];
  refresh(): void;
}) {
  const { watched, templateOutputs, refresh } = props;
  const { task, run, details, connection } = watched;
  const template = templateOf(task);
  const title = template?.title ?? 'A run without a template';
  const templateRoute = useRouteRef(scaffolderPlugin.routes.selectedTemplate);
  const href =
    template &&
    templateRoute?.({
      namespace: template.namespace,
      templateName: template.name,
    });
  const { buttons, retryButton, dialogs, failedStep } = useRunActions({
    task,
    run,
    details,
    title,
    refresh,
  });
  return (
    <>
      <Panel
        title={
          href ? (
            <Link href={href} weight="bold" standalone>
              {title}
            </Link>
          ) : (
            title
          )
        }
        actions={buttons}
      >
        <RunFacts task={task} run={run} details={details} />
        <ConnectionNotice connection={connection} onTry={refresh} />
        {run.status === 'failed' && (
          <CauseNotice
            cause={details?.cause ?? run.cause}
            error={run.error}
            step={failedStep?.name}
            actions={retryButton}
          />
        )}
      </Panel>
      {isOver(run.status) && (
        <RunOutputs
          output={run.output}
          templateRef={template?.ref}
          registered={templateOutputs}
        />
      )}
      <Panel title="Steps" count={run.steps.length}>
        <StepList
          steps={run.steps}
          credentials={details?.credentials ?? []}
          isOver={isOver(run.status)}
        />
      </Panel>
      {dialogs}
    </>
  );
}
