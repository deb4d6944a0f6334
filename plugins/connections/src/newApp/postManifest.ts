import type { AppCreationForm } from '@callboard/plugin-connections-common';

/**
 * Takes the browser to GitHub with the manifest, as a form of its own would: GitHub takes it from no script.
 * https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest
 */
export function postManifest(
  form: Pick<AppCreationForm, 'action' | 'manifest'>,
): void {
  const element = document.createElement('form');
  element.method = 'post';
  element.action = form.action;
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'manifest';
  field.value = form.manifest;
  element.append(field);
  document.body.append(element);
  element.submit();
  element.remove();
}
