import { component } from './component';
import { pushFiles } from './git';
import { templateFiles } from './templateFiles';

/**
 * What acme has beside what every test sandbox has, made as people make it: by REST and with git. Catalog files are in `shop` (public),
 * `vault` (private) and `archive` (archived), in other places in `elsewhere` and `mapped-shop`, and nowhere in `empty` and `templates`.
 */
export async function createCompany(options: {
  /** The sandbox. */
  url: string;
  call: (route: string, as: 'olivia', body?: unknown) => Promise<any>;
  /** Olivia's. */
  token: string;
}): Promise<void> {
  const { url, call, token } = options;
  const put = (repository: string, path: string, text: string) =>
    call(`PUT /repos/acme/${repository}/contents/${path}`, 'olivia', {
      message: `Add ${path}`,
      content: Buffer.from(text).toString('base64'),
    });

  for (const [name, isPrivate] of [
    ['elsewhere', false],
    ['mapped-shop', true],
    ['archive', false],
    ['templates', true],
  ] as const) {
    await call('POST /orgs/acme/repos', 'olivia', {
      name,
      private: isPrivate,
      auto_init: true,
    });
  }
  await put('shop', 'catalog-info.yaml', component('shop'));
  await put('elsewhere', 'docs/catalog-info.yaml', component('elsewhere'));
  await put(
    'mapped-shop',
    'deeper/catalog-info.yaml',
    component('mapped-shop'),
  );
  await put('archive', 'catalog-info.yaml', component('archive'));
  await call('PATCH /repos/acme/archive', 'olivia', { archived: true });
  await pushFiles({
    url: `${url}/acme/vault.git`,
    token,
    message: 'Describe the vault',
    files: {
      'catalog-info.yaml': component('vault'),
      'docs/index.md': '# The vault\n',
      'docs/pictures/door.md': 'A door.\n',
    },
  });
  await pushFiles({
    url: `${url}/acme/templates.git`,
    token,
    message: 'Add the templates',
    files: templateFiles({ host: new URL(url).host }),
  });

  await call('PATCH /orgs/acme/properties/schema', 'olivia', {
    properties: [{ property_name: 'tier', value_type: 'string' }],
  });
  await call('POST /orgs/acme/teams', 'olivia', {
    name: 'Frontend',
    privacy: 'closed',
    parent_team_id: (await call('GET /orgs/acme/teams/web', 'olivia')).id,
  });
  for (const login of ['olivia', 'mel']) {
    await call(`PUT /orgs/acme/teams/frontend/memberships/${login}`, 'olivia');
  }
}
