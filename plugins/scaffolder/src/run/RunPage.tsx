import { useParams } from 'react-router-dom';
import {
  AnalyticsContext,
  BreadcrumbEntry,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { Lines, Panel, Problem } from '@callboard/page-parts';
import { Guarded } from '../parts/Guarded';
import { Page } from '../parts/Page';
import type { TemplateOutputs } from './RunOutputs';
import { RunView } from './RunView';
import { templateOf } from './templateOf';
import { useRun } from './useRun';

/** The page of one run of a template, at stock's address `/create/tasks/:taskId`. */
export function RunPage(props: { templateOutputs?: TemplateOutputs[] }) {
  const { taskId = '' } = useParams();
  const listPath = useRouteRef(scaffolderPlugin.routes.listTasks)?.();
  return (
    <BreadcrumbEntry entry={{ label: taskId, href: taskId }}>
      <Page>
        <Guarded
          key={taskId}
          what="This run"
          back={listPath ? { href: listPath, title: 'All runs' } : undefined}
        >
          <Run taskId={taskId} templateOutputs={props.templateOutputs} />
        </Guarded>
      </Page>
    </BreadcrumbEntry>
  );
}

function Run(props: { taskId: string; templateOutputs?: TemplateOutputs[] }) {
  const { taskId, templateOutputs } = props;
  const { watched, refresh } = useRun(taskId);
  if (watched.state === 'loading') {
    return (
      <>
        <Panel title="Run">
          <Lines count={2} label="Loading the run" />
        </Panel>
        <Panel title="Steps">
          <Lines count={4} label="Loading its steps" />
        </Panel>
      </>
    );
  }
  if (watched.state === 'failed') {
    return (
      <Panel title="Run">
        <Problem
          what="the run"
          error={watched.error}
          retry={refresh}
          refused={{
            title: 'This run is not yours to see',
            words: (
              <>
                A run is read by whoever started it and by the portal’s
                administrators: the users and groups listed in{' '}
                <code>CALLBOARD_ADMINS</code>, or under{' '}
                <code>permission.callboard.admins</code> in the configuration.
                They grant it with the permission{' '}
                <code>scaffolder.task.read</code>.
              </>
            ),
          }}
          missing="There is no run with this id. It may be from another portal, or its record was deleted."
        />
      </Panel>
    );
  }
  return (
    <AnalyticsContext
      attributes={{ entityRef: templateOf(watched.task)?.ref, taskId }}
    >
      <RunView
        watched={watched}
        templateOutputs={templateOutputs}
        refresh={refresh}
      />
    </AnalyticsContext>
  );
}
