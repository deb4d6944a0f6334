/** A template that hands its secrets to whatever writes them down. Its key is a plain parameter, its password a marked one. */
export const leakySpec = {
  type: 'service',
  parameters: [
    {
      required: ['name', 'apiKey'],
      properties: {
        name: { type: 'string', pattern: '^[a-z]+$' },
        apiKey: { title: 'Key', type: 'string' },
        login: {
          type: 'object',
          properties: { password: { type: 'string', format: 'password' } },
        },
        fail: { type: 'boolean' },
      },
    },
  ],
  steps: [
    {
      id: 'fetch',
      name: 'Fetch',
      action: 'fetch:template',
      input: {
        url: './skeleton',
        values: {
          name: '${{ parameters.name }}',
          key: '${{ parameters.apiKey }}',
        },
      },
    },
    {
      id: 'log',
      name: 'Log',
      action: 'debug:log',
      input: {
        message: 'The key ${{ parameters.apiKey | urlencode }}',
        listWorkspace: 'with-contents',
      },
    },
    {
      id: 'leak',
      name: 'Leak',
      action: 'test:leak',
      input: {
        secrets: { KEY: '${{ parameters.apiKey }}' },
        others: [
          '${{ parameters.login.password }}',
          '${{ secrets.TOKEN }}',
          '${{ environment.secrets.ENV }}',
        ],
      },
    },
    {
      id: 'last',
      name: 'Last',
      action: 'test:last',
      if: '${{ parameters.fail }}',
      input: { secrets: { KEY: '${{ parameters.apiKey }}' } },
    },
    {
      id: 'register',
      name: 'Register',
      action: 'catalog:register',
      if: false,
      input: { catalogInfoUrl: 'https://github.test/o/r/catalog-info.yaml' },
    },
  ],
  output: {
    text: [{ title: 'Said', content: '${{ steps.leak.output.said }}' }],
    key: '${{ parameters.apiKey }}',
  },
};
