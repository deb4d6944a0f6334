import { useCallback, useEffect, useState } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { toError, type ErrorLike } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { formDecoratorsApiRef } from '@backstage/plugin-scaffolder/alpha';
import {
  scaffolderApiRef,
  type FieldExtensionOptions,
  type TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react';
import {
  formFieldsApiRef,
  type ScaffolderFormDecorator,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { TemplateProblem } from '@callboard/plugin-scaffolder-common';
import { loadFieldExtensions } from './loadFieldExtensions';
import { mendManifest, type MendedField } from './mendManifest';

/** All that the form of a template is drawn from. */
export interface Wizard {
  manifest: TemplateParameterSchema;
  mended: MendedField[];
  /** Of the template, for those who may mend it; else none. */
  problems: TemplateProblem[];
  extensions: FieldExtensionOptions<any, any>[];
  decorators: ScaffolderFormDecorator[];
  /** The template itself; undefined where the catalog does not give it. */
  template?: Entity;
}

export type LoadedWizard =
  | { state: 'loading' }
  | { state: 'failed'; error: ErrorLike }
  | { state: 'ready'; wizard: Wizard };

/** Loads the form of a template, its fields and decorators. */
export function useWizard(templateRef: string): {
  loaded: LoadedWizard;
  reload(): void;
} {
  const scaffolderApi = useApi(scaffolderApiRef);
  const catalogApi = useApi(catalogApiRef);
  const formFieldsApi = useApi(formFieldsApiRef);
  const decoratorsApi = useApi(formDecoratorsApiRef);
  const [loaded, setLoaded] = useState<LoadedWizard>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<Wizard> => {
      const [manifest, extensions, decorators, template] = await Promise.all([
        scaffolderApi.getTemplateParameterSchema(templateRef),
        loadFieldExtensions(formFieldsApi),
        decoratorsApi.getFormDecorators(),
        // Only the dry run and the count of minutes saved need it.
        catalogApi.getEntityByRef(templateRef).catch(() => undefined),
      ]);
      const fields = extensions.map(({ name }) => name);
      return {
        ...mendManifest({ manifest, fields }),
        problems: problemsOf(manifest),
        extensions,
        decorators,
        template,
      };
    };
    setLoaded({ state: 'loading' });
    load().then(
      wizard => !isGone && setLoaded({ state: 'ready', wizard }),
      error => !isGone && setLoaded({ state: 'failed', error: toError(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [
    templateRef,
    attempt,
    scaffolderApi,
    catalogApi,
    formFieldsApi,
    decoratorsApi,
  ]);

  const reload = useCallback(() => setAttempt(n => n + 1), []);
  return { loaded, reload };
}

/** What Callboard's backend adds to stock's answer. */
function problemsOf(manifest: TemplateParameterSchema): TemplateProblem[] {
  const { problems } = manifest as { problems?: TemplateProblem[] };
  return Array.isArray(problems) ? problems : [];
}
