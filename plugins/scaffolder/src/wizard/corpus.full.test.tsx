import { act, screen, waitFor } from '@testing-library/react';
import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { useNavigate, type NavigateFunction } from 'react-router-dom';
import { createBackend } from '../__testUtils__/createBackend';
import { formsOfCorpus } from '../__testUtils__/formsOfCorpus';
import { renderCreate } from '../__testUtils__/renderCreate';

const pages = formsOfCorpus();

(pages ? describe : describe.skip)('forms of public templates', () => {
  it('are drawn, every kind of field in them, with what the portal lacks as text', async () => {
    const router: { navigate?: NavigateFunction } = {};
    function Capture() {
      router.navigate = useNavigate();
      return null;
    }
    const backend = createBackend();
    backend.api.getTemplateParameterSchema.mockImplementation(async ref => {
      const at = Number(ref.split('-').at(-1));
      const { schema } = pages![at];
      return {
        title: `Form ${at};`,
        steps: [{ title: String(schema.title ?? 'Page'), schema }],
      } as never;
    });
    renderCreate({
      path: '/create/tasks/task-1',
      backend,
      extensions: [
        AppRootElementBlueprint.make({
          name: 'capture',
          params: { element: <Capture /> },
        }),
      ],
    });
    await screen.findByTestId('run-status');

    const broken: string[] = [];
    const mended = new Set<string>();
    for (const [at, { where }] of pages!.entries()) {
      act(() => router.navigate!(`/create/templates/default/form-${at}`));
      await waitFor(() =>
        expect(document.body.textContent).toMatch(
          new RegExp(`Form ${at};|default/form-${at} cannot be shown`),
        ),
      );
      if (!document.querySelector('form')) broken.push(where);
      for (const code of document.querySelectorAll('[role=note] code'))
        mended.add(code.textContent!);
    }
    expect(broken).toEqual([]);
    expect(pages!.length).toBeGreaterThan(50);
    // Fields of plugins that this portal does not bring; everything else is drawn as its template asks.
    expect([...mended].sort()).toEqual([
      'GSChartPicker',
      'GSChartTagPicker',
      'GSClusterPicker',
      'GSEntityPicker',
      'GSInstallationPicker',
      'GSMultiSourceDeploymentPicker',
      'GSOIDCToken',
      'GSTemplateStringInput',
      'GSValueSourcesEditor',
      'GSYamlValuesEditor',
      'GSYamlValuesValidation',
      'KongInstancePicker',
      'OrganizationPicker',
      'QuarkusExtensionList',
      'QuarkusQuickstartPicker',
      'SelectFieldFromApi',
    ]);
  }, 240_000);
});
