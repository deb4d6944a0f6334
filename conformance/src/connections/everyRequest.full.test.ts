import { eventually } from '../presets/probes/eventually';
import { expectEntities } from '../presets/probes/expectEntities';
import { compareWithTrace } from './requests/compareWithTrace';
import { type Demo, openDemo } from './requests/openDemo';

jest.setTimeout(300_000);

const PERSON = 'user:default/lena-fischer';
const FILE = '/repos/copperbell/load-tests/contents/catalog-info.yaml';

/** A demonstration from the first start to a new repository, as people give it. */
describe('a full run of the demo', () => {
  let demo: Demo;
  let headers: Record<string, string>;

  beforeAll(async () => {
    demo = await openDemo();
  });
  afterAll(() => demo?.stop());
  afterEach(() => demo.collect());

  const post = (path: string, body: object) =>
    demo.ask(path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('fills the catalog, and lets a person in', async () => {
    await expectEntities(demo, [
      'component:default/checkout-service',
      'component:default/load-tests',
      'template:default/new-service',
    ]);
    const token = await demo.signIn('lena-fischer');
    expect(token.split('.')).toHaveLength(3);
    headers = { authorization: `Bearer ${token}` };
  });

  it('shows a component and its docs', async () => {
    const component = 'component/default/checkout-service';
    const entity = await demo.ask(
      `/api/catalog/entities/by-name/${component}`,
      { headers },
    );
    expect(entity.metadata.name).toBe('checkout-service');
    const docs = 'default/component/checkout-service';
    await demo.ask(`/api/techdocs/sync/${docs}`, { headers });
    await eventually(async () => {
      const page = await demo.ask(
        `/api/techdocs/static/docs/${docs}/index.html`,
        { headers },
      );
      expect(page).toContain('<html');
    });
  });

  it('makes a repository from a template', async () => {
    const { id } = await post('/api/scaffolder/v2/tasks', {
      templateRef: 'template:default/new-service',
      values: {
        service_name: 'door-times',
        description: 'When doors open.',
        owner: 'group:default/checkout',
        repoUrl: 'github.com?owner=copperbell&repo=door-times',
      },
    });
    await eventually(async () => {
      const task = await demo.ask(`/api/scaffolder/v2/tasks/${id}`, {
        headers,
      });
      expect(task.status).toBe('completed');
    });
    await expectEntities(demo, ['component:default/door-times']);
  });

  it('sees a change within seconds', async () => {
    const { content, sha } = await demo.asPerson('lena-fischer', FILE);
    const text = Buffer.from(content, 'base64').toString();
    await demo.asPerson('lena-fischer', FILE, {
      message: 'Rehearse big sales',
      content: Buffer.from(
        text.replace('Rehearses large sales', 'Rehearses big sales'),
      ).toString('base64'),
      sha,
    });
    await eventually(async () => {
      const { metadata } = await demo.ask(
        '/api/catalog/entities/by-name/component/default/load-tests',
        { headers },
      );
      expect(metadata.description).toContain('Rehearses big sales');
    });
  });

  it('has traced every request of that, and nothing that was not sent', async () => {
    const sides = await demo.bothSides();
    expect(sides.received.length).toBeGreaterThan(50);
    expect(compareWithTrace(sides)).toEqual({
      untraced: [],
      invented: [],
      unattributed: [],
    });
  });

  it('tells for whom the template has asked', async () => {
    const { traced } = await demo.bothSides();
    const ofTemplate = traced.filter(
      ({ plugin, repository }) =>
        plugin === 'scaffolder' && repository === 'door-times',
    );
    expect(ofTemplate.length).toBeGreaterThan(1);
    expect(new Set(ofTemplate.map(({ person }) => person))).toEqual(
      new Set([PERSON]),
    );
  });
});
