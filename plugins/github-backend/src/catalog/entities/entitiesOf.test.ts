import { stringifyEntityRef } from '@backstage/catalog-model';
import { ANNOTATION_INFERRED } from '@callboard/plugin-github-common';
import type { GithubSettings } from '../../config/GithubSettings';
import type { KnownRepository } from '../../store/MirrorView';
import { knownFile, knownRepository } from '../__testUtils__/knownRepository';
import { settingsOf } from '../__testUtils__/settingsOf';
import { entitiesOf } from './entitiesOf';

/** What a source gives, in short: `url …` for a location, `inferred …` for a component. */
function given(options: {
  settings: GithubSettings;
  repository: KnownRepository;
  source?: number;
}): string[] {
  const { settings, repository, source = 0 } = options;
  return entitiesOf({
    settings,
    repository,
    source: settings.repositories[source],
  }).map(({ entity }) =>
    entity.kind === 'Location'
      ? `url ${entity.spec!.target}`
      : `inferred ${stringifyEntityRef(entity)}`,
  );
}

const absent = (path: string) =>
  knownFile({ path, state: 'absent', oid: undefined, text: undefined });

describe('entitiesOf', () => {
  const page = 'https://github.com/acme/shop/blob/main';
  const inferring = settingsOf({ catalog: { inferred: true } });

  it('gives a location for each path, under the name of the provider', () => {
    const settings = settingsOf({
      github: {
        organization: 'acme',
        catalogPath: ['/catalog-info.yaml', 'deeper/*/catalog-info.yaml'],
      },
    });
    const entities = entitiesOf({
      settings,
      source: settings.repositories[0],
      repository: knownRepository(),
    });
    expect(entities.map(({ locationKey }) => locationKey)).toEqual([
      'github-provider:default',
      'github-provider:default',
    ]);
    expect(entities.map(({ entity }) => entity.spec?.target)).toEqual([
      `${page}/catalog-info.yaml`,
      `${page}/deeper/*/catalog-info.yaml`,
    ]);
  });

  it('gives only what is there where locations are validated, and leaves be what nobody has asked about', () => {
    const settings = settingsOf({
      github: {
        organization: 'acme',
        catalogPath: ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml', 'e.yaml'],
        validateLocationsExist: true,
      },
    });
    const [, , , , { entity: fifth }] = entitiesOf({
      settings,
      source: { ...settings.repositories[0], validateLocationsExist: false },
      repository: knownRepository(),
    });
    const repository = knownRepository({
      files: [
        knownFile({ path: 'a.yaml' }),
        absent('b.yaml'),
        knownFile({ path: 'c.yaml', text: '' }),
        knownFile({ path: 'd.yaml', state: 'unread', text: undefined }),
      ],
    });
    expect(given({ settings, repository })).toEqual([
      `url ${page}/a.yaml`,
      `url ${page}/d.yaml`,
    ]);
    const kept = { ...repository, entityRefs: [stringifyEntityRef(fifth)] };
    expect(given({ settings, repository: kept })).toContain(
      `url ${page}/e.yaml`,
    );
  });

  it('infers a component where there is no descriptor, instead of a location that leads nowhere', () => {
    expect(
      given({ settings: inferring, repository: knownRepository() }),
    ).toEqual(['inferred component:default/shop']);
  });

  it.each([
    ['there is a descriptor', [knownFile()]],
    ['it could not be read', [knownFile({ state: 'unread', text: undefined })]],
    ['the text was left out', [knownFile({ text: undefined })]],
    ['nobody has asked yet', []],
  ])('infers nothing where %s', (_, files) => {
    expect(
      given({ settings: inferring, repository: knownRepository({ files }) }),
    ).toEqual([`url ${page}/catalog-info.yaml`]);
  });

  it('infers for an empty descriptor, and for one source of several', () => {
    const settings = settingsOf({
      github: {
        forks: { organization: 'acme', filters: { repository: 'fork-.*' } },
        first: { organization: 'ACME' },
        second: { organization: 'acme', catalogPath: 'other.yaml' },
      },
      catalog: { inferred: true },
    });
    const repository = knownRepository({
      files: [knownFile({ text: '' }), absent('other.yaml')],
    });
    expect(
      [0, 1, 2].map(source => given({ settings, repository, source })),
    ).toEqual([
      [],
      ['inferred component:default/shop'],
      [`url ${page}/other.yaml`],
    ]);
  });

  it('sees a descriptor at the path of another source', () => {
    const settings = settingsOf({
      github: {
        first: { organization: 'acme' },
        second: { organization: 'acme', catalogPath: 'other.yaml' },
      },
      catalog: { inferred: true },
    });
    const repository = knownRepository({
      files: [absent('catalog-info.yaml'), knownFile({ path: 'other.yaml' })],
    });
    expect(given({ settings, repository })).toEqual([
      `url ${page}/catalog-info.yaml`,
    ]);
  });

  it('infers nothing where a rule says so, and takes another name where the own one is taken', () => {
    const settings = settingsOf({
      catalog: {
        inferred: { rules: [{ repository: 'acme/sh*', exclude: true }] },
      },
    });
    expect(given({ settings, repository: knownRepository() })).toEqual([
      `url ${page}/catalog-info.yaml`,
    ]);
    const [{ entity }] = entitiesOf({
      settings: inferring,
      source: inferring.repositories[0],
      repository: knownRepository(),
      nameTaken: true,
    });
    expect(entity.metadata).toMatchObject({ name: 'acme-shop', title: 'shop' });
    expect(entity.metadata.annotations).toHaveProperty(
      [ANNOTATION_INFERRED],
      'true',
    );
  });
});
