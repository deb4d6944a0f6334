import {
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import fc from 'fast-check';
import { parse } from 'yaml';
import { knownRepository } from '../catalog/__testUtils__/knownRepository';
import { settingsOf } from '../catalog/__testUtils__/settingsOf';
import type { InferenceSettings } from '../config/GithubSettings';
import { DEFAULT_INFERENCE } from '../config/readInference';
import type { KnownRepository } from '../store/MirrorView';
import { inferComponent } from './inferComponent';
import { toDescriptor } from './toDescriptor';

const settings = settingsOf();

function infer(
  more: Partial<KnownRepository> = {},
  inference: Partial<InferenceSettings> = {},
) {
  const result = inferComponent({
    repository: knownRepository(more),
    inference: { ...DEFAULT_INFERENCE, ...inference },
    settings,
  });
  if (result.state !== 'inferred') {
    throw new Error(`The repository is ${result.state}`);
  }
  return result;
}

describe('inferComponent', () => {
  it('makes a component of what GitHub knows', () => {
    const { entity, missing } = infer({
      topics: ['payments', 'e--commerce'],
      language: 'C++',
      homepage: 'shop.acme.example',
      hints: {
        hasDocs: true,
        hasMkdocs: false,
        codeowners: { path: '.github/CODEOWNERS', text: '* @acme/web\n' },
      },
    });
    expect(entity).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'shop',
        description: 'Sells things',
        labels: {
          'github.com/owner': 'acme',
          'github.com/visibility': 'private',
        },
        annotations: {
          'backstage.io/managed-by-location':
            'url:https://github.com/acme/shop',
          'backstage.io/managed-by-origin-location':
            'url:https://github.com/acme/shop',
          'backstage.io/view-url': 'https://github.com/acme/shop',
          'backstage.io/edit-url':
            'https://github.com/acme/shop/new/main?filename=catalog-info.yaml',
          'backstage.io/source-location':
            'url:https://github.com/acme/shop/tree/main/',
          'backstage.io/techdocs-ref':
            'url:https://github.com/acme/shop/tree/main/',
          'github.com/project-slug': 'acme/shop',
          'callboard/inferred': 'true',
        },
        tags: ['payments', 'e-commerce', 'c++'],
        links: [{ url: 'https://shop.acme.example/', title: 'Homepage' }],
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/web',
      },
    });
    expect(missing).toEqual([]);
  });

  it('says what it did not find', () => {
    const { entity, missing } = infer({
      description: undefined,
      isFork: true,
      hints: undefined,
    });
    expect(entity.spec).toEqual({
      type: 'fork',
      lifecycle: 'production',
      owner: 'group:default/acme',
    });
    expect(missing).toEqual([
      "neither CODEOWNERS nor a team's access says who owns it: the owner is group:default/acme",
      'it has no description',
      'it has no docs/',
    ]);
  });

  it('takes the first rule that matches over everything else', () => {
    const rules = [
      { repository: 'other/*', owner: 'group:default/no' },
      {
        repository: 'ACME/SH*',
        owner: 'group:default/ours',
        type: 'website',
        lifecycle: 'experimental',
        system: 'sales',
        tags: ['ruled'],
      },
      { repository: 'acme/shop', exclude: true },
    ];
    const { entity } = infer({}, { rules, owner: 'group:default/all' });
    expect(entity.spec).toEqual({
      type: 'website',
      lifecycle: 'experimental',
      owner: 'group:default/ours',
      system: 'sales',
    });
    expect(entity.metadata.tags).toEqual(['ruled']);
    expect(
      infer({ name: 'till' }, { rules, owner: 'group:default/all' }).entity
        .spec,
    ).toMatchObject({ owner: 'group:default/all' });
  });

  it.each([
    ['shop', {}, 'shop'],
    ['.github', {}, 'acme-github'],
    ['shop-', {}, 'acme-shop'],
    ['a'.repeat(70), {}, `acme-${'a'.repeat(51)}-70247a`],
    ['---', {}, 'acme-cae4ea'],
  ])('calls %s by a valid name', (name, more, expected) => {
    expect(infer({ name, ...more }).entity.metadata.name).toBe(expected);
  });

  it.each([
    ['https://acme.example/a', 'https://acme.example/a'],
    ['localhost:8080/x', 'https://localhost:8080/x'],
    // eslint-disable-next-line no-script-url -- it must not become a link
    ['javascript:alert(1)', undefined],
    ['not a url at all', undefined],
    [' ', undefined],
  ])('makes of the homepage %s the link %s', (homepage, url) => {
    expect(infer({ homepage }).entity.metadata.links).toEqual(
      url && [{ url, title: 'Homepage' }],
    );
  });

  it('gives what a catalog takes, whatever GitHub says', async () => {
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new DefaultNamespaceEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    const name = fc.stringMatching(/^[A-Za-z0-9._-]{1,100}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          owner: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/),
          name,
          description: fc.string(),
          homepage: fc.oneof(fc.webUrl(), fc.string()),
          topics: fc.array(fc.string()),
          language: fc.string(),
          isFork: fc.boolean(),
          defaultBranch: fc.constantFrom('main', 'a/b', undefined),
          hasWiki: fc.boolean(),
        }),
        fc.string(),
        async (more, codeowners) => {
          const { entity } = infer({
            ...more,
            hints: {
              hasDocs: true,
              hasMkdocs: false,
              codeowners: { path: 'CODEOWNERS', text: `* ${codeowners}` },
            },
          });
          const valid = await policy.enforce(entity);
          expect(await componentEntityV1alpha1Validator.check(valid!)).toBe(
            true,
          );
        },
      ),
    );
  });

  it('has its README as docs where that is wished, and does not write it down', () => {
    const result = inferComponent({
      repository: knownRepository({
        hints: { hasDocs: false, hasMkdocs: false, readme: 'readme.md' },
      }),
      inference: DEFAULT_INFERENCE,
      settings: { ...settings, readmeDocs: true },
    });
    if (result.state !== 'inferred') throw new Error(result.state);
    expect(result.entity.metadata.annotations).toMatchObject({
      'backstage.io/techdocs-ref':
        'url:https://github.com/acme/shop/blob/main/readme.md',
      'callboard/readme-docs': 'true',
    });
    expect(result.missing).not.toContain('it has no docs/');
    expect(parse(toDescriptor(result.entity)).metadata.annotations).toEqual({
      'github.com/project-slug': 'acme/shop',
    });
  });

  it('becomes a descriptor that says the same', () => {
    const { entity } = infer({
      hints: { hasDocs: true, hasMkdocs: false },
      description: 'Sells: "things"',
    });
    expect(parse(toDescriptor(entity))).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'shop',
        description: 'Sells: "things"',
        labels: entity.metadata.labels,
        annotations: {
          'github.com/project-slug': 'acme/shop',
          'backstage.io/techdocs-ref': 'dir:.',
        },
      },
      spec: entity.spec,
    });
  });
});
