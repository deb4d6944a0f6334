import { withTemplateKey } from './withTemplateKey';

it('adds the key, and leaves all else as it is', () => {
  const data = { callboard: { presets: ['a'] }, backend: { listen: 1 } };
  expect(withTemplateKey({ data, key: 'k' })).toEqual({
    callboard: { presets: ['a'], templates: { key: 'k' } },
    backend: { listen: 1 },
  });
  expect(data).not.toHaveProperty('callboard.templates');
});

it("keeps the operator's own", () => {
  const data = { callboard: { templates: { key: 'own' } } };
  expect(withTemplateKey({ data, key: 'k' })).toEqual(data);
});
