import { useParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  AnalyticsContext,
  BreadcrumbEntry,
  useRouteRef,
} from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { SecretsContextProvider } from '@backstage/plugin-scaffolder-react';
import { Lines, Panel, Problem } from '@callboard/page-parts';
import { Guarded } from '../parts/Guarded';
import { Page } from '../parts/Page';
import { useWizard } from './useWizard';
import { WizardForm } from './WizardForm';

/** The form of one template, at stock's address `/create/templates/:namespace/:templateName`. */
export function WizardPage(props: { theme: 'mui' | 'bui' }) {
  const { namespace = 'default', templateName = '' } = useParams();
  const templateRef = stringifyEntityRef({
    kind: 'Template',
    namespace,
    name: templateName,
  });
  const root = useRouteRef(scaffolderPlugin.routes.root)?.();
  const { loaded, reload } = useWizard(templateRef);
  const back = root ? { href: root, title: 'All templates' } : undefined;
  return (
    <AnalyticsContext attributes={{ entityRef: templateRef }}>
      <BreadcrumbEntry entry={{ label: templateName, href: '.' }}>
        <Page>
          {loaded.state === 'loading' && (
            <Panel title={templateName}>
              <Lines count={6} label="Loading the form" />
            </Panel>
          )}
          {loaded.state === 'failed' && (
            <Panel title={templateName}>
              <Problem
                what={`the form of the template ${namespace}/${templateName}`}
                error={loaded.error}
                retry={reload}
                refused={{
                  title: 'This template is not yours to use',
                  words: (
                    <>
                      Its owner, or those who run the portal, grant it with the
                      permissions <code>catalog.entity.read</code> and{' '}
                      <code>scaffolder.template.parameter.read</code>.
                    </>
                  ),
                }}
                missing={`There is no template ${namespace}/${templateName} in the catalog, or you may not see it.`}
              />
            </Panel>
          )}
          {loaded.state === 'ready' && (
            <Guarded
              key={templateRef}
              what={`The form of the template ${namespace}/${templateName}`}
              back={back}
              onRetry={reload}
            >
              <SecretsContextProvider>
                <WizardForm
                  templateRef={templateRef}
                  wizard={loaded.wizard}
                  theme={props.theme}
                />
              </SecretsContextProvider>
            </Guarded>
          )}
        </Page>
      </BreadcrumbEntry>
    </AnalyticsContext>
  );
}
