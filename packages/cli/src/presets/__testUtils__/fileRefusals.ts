import { variablesFor } from '../../testing/variablesFor';
import { type Refusal, SECRET } from './Refusal';

const signIn = variablesFor(['github-auth']);
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Files and variables of the launcher itself that cannot be used, and everything at once. */
export const fileRefusals: Refusal[] = [
  {
    title: 'a secret in the place of the name of its file',
    presets: ['github'],
    env: { GITHUB_ORG: 'acme', GITHUB_PAT_FILE: SECRET },
    report: [['variable-file', 'the file for GITHUB_PAT cannot be read']],
  },
  {
    title: 'a preset of the own with an alias of nothing',
    presets: ['ours'],
    env: { CALLBOARD_PRESETS_DIR: 'ROOT/own' },
    files: {
      'own/ours.yaml': 'name: ours\ndescription: x\nappConfig: { a: *b }\n',
    },
    report: [['preset-invalid', 'ours.yaml']],
  },
  {
    title: 'an environment file with a quote that has no end',
    presets: ['recommended'],
    envFile: 'mine.env',
    files: { 'mine.env': `A=1\nB="${SECRET}\nC=2\n` },
    report: [['env-file', 'mine.env:2', 'a quote that has no end']],
  },
  {
    title: 'a key of several lines without quotes, as one problem',
    presets: ['recommended'],
    envFile: 'mine.env',
    files: { 'mine.env': `KEY=-----BEGIN\n${SECRET}\nabc\n-----END\nA=1\n` },
    report: [['env-file', 'lines 2 to 4', 'put quotes around']],
  },
  {
    title: 'a secret whose file is missing',
    presets: ['jenkins'],
    env: {
      JENKINS_URL: 'https://j.example.com',
      JENKINS_USERNAME: 'p',
      JENKINS_TOKEN_FILE: '/run/secrets/none',
    },
    report: [
      [
        'variable-file',
        'the file for JENKINS_TOKEN cannot be read',
        '/run/secrets/none',
      ],
    ],
  },
  {
    title: 'a secret whose file is a folder',
    presets: ['jenkins'],
    env: {
      JENKINS_URL: 'https://j.example.com',
      JENKINS_USERNAME: 'p',
      JENKINS_TOKEN_FILE: 'ROOT',
    },
    report: [
      ['variable-file', 'the file for JENKINS_TOKEN cannot be read', 'EISDIR'],
    ],
  },
  {
    title: 'a preset of the own that is not YAML',
    presets: ['ours'],
    env: { CALLBOARD_PRESETS_DIR: 'ROOT/own' },
    files: {
      'own/ours.yaml': 'name: ours\ndescription: x\nappConfig: {a: [1\n',
    },
    report: [['preset-invalid', 'ours.yaml:', 'needed by: ours']],
  },
  {
    title: 'a preset of the own with an unknown key',
    presets: ['ours'],
    env: { CALLBOARD_PRESETS_DIR: 'ROOT/own' },
    files: { 'own/ours.yaml': 'name: ours\ndescription: x\nappconfig: {}\n' },
    report: [['preset-invalid', 'ours.yaml:1:1', 'unknown key appconfig']],
  },
  {
    title: 'a preset of the own with several mistakes',
    presets: ['ours'],
    env: { CALLBOARD_PRESETS_DIR: 'ROOT/own' },
    files: {
      'own/ours.yaml':
        'name: theirs\ndescription: x\nversion: one\nrequires:\n  variables:\n    A: { description: y, pattern: "[" }\n',
    },
    report: [
      ['preset-invalid', 'ours.yaml:3:', 'version'],
      ['preset-invalid', 'ours.yaml:1:', 'the name is theirs'],
      ['preset-invalid', 'ours.yaml:6:', 'not a regular expression'],
    ],
  },
  {
    title: 'a folder of own presets that is not there',
    presets: ['recommended'],
    env: { CALLBOARD_PRESETS_DIR: '/nowhere/presets' },
    report: [['presets-folder', '/nowhere/presets']],
  },
  {
    title: 'an app-config that is not base64',
    presets: ['recommended'],
    env: { CALLBOARD_APP_CONFIG: `{token: ${SECRET}}` },
    report: [
      [
        'app-config-invalid',
        'CALLBOARD_APP_CONFIG cannot be used',
        'not base64',
      ],
    ],
  },
  {
    title: 'an app-config that decodes to something else than YAML',
    presets: ['recommended'],
    env: { VEECODE_APP_CONFIG: base64(`a: [${SECRET}`) },
    report: [
      ['app-config-invalid', 'VEECODE_APP_CONFIG, decoded, 1:', 'not YAML'],
    ],
  },
  {
    title: 'an app-config that decodes to a list',
    presets: ['recommended'],
    env: { CALLBOARD_APP_CONFIG: base64(`- ${SECRET}`) },
    report: [['app-config-invalid', 'not a map']],
  },
  {
    title: 'an environment file with a line that is none',
    presets: ['jenkins'],
    envFile: 'mine.env',
    files: {
      'mine.env': `JENKINS_URL=https://j.example.com\n# a comment\nJENKINS_USERNAME\nJENKINS_TOKEN=${SECRET}\n`,
    },
    report: [
      ['env-file', 'mine.env:3', 'not NAME=value'],
      ['variable-missing', 'JENKINS_USERNAME is not set'],
    ],
  },
  {
    title: 'an environment file that is not there',
    presets: ['recommended'],
    envFile: 'none.env',
    report: [['env-file', 'none.env', '--env-file']],
  },
  {
    title: 'a port that is none',
    presets: ['recommended'],
    env: { PORT: 'http' },
    report: [['port', 'PORT is not a port: http']],
  },
  {
    title: 'a base URL that is none, once',
    presets: ['recommended'],
    env: { CALLBOARD_BASE_URL: 'portal.example.com' },
    report: [['base-url', 'the base URL is not a URL', 'CALLBOARD_BASE_URL']],
  },
  {
    title: "a base URL of the operator's file that is none",
    presets: ['recommended'],
    files: { 'app-config.local.yaml': 'app: {baseUrl: portal}' },
    report: [['base-url', 'app.baseUrl is not a URL', 'app-config.local.yaml']],
  },
  {
    title: "a file for one of the launcher's own variables that is missing",
    presets: ['recommended'],
    env: { CALLBOARD_ADMINS_FILE: '/nowhere/admins' },
    report: [['variable-file', 'the file for CALLBOARD_ADMINS', 'ENOENT']],
  },
  {
    title: "a mistake in the operator's file beside a missing variable",
    presets: ['jenkins'],
    env: { ...variablesFor(['jenkins']), JENKINS_URL: '' },
    files: {
      'app-config.local.yaml':
        'app:\n  title: Ours\n  support: 5\ncatalog:\n  rules: no\n',
    },
    report: [
      ['variable-missing', 'JENKINS_URL is empty'],
      ['config-schema', 'app.support', 'app-config.local.yaml:3:12'],
      ['config-schema', 'catalog.rules', 'app-config.local.yaml:5:10'],
    ],
  },
  {
    title: 'everything at once',
    presets: ['githb', 'github', 'github-auth', 'keycloak', 'mcp-chat', 'mcp'],
    env: {
      ...signIn,
      GITHUB_ORG: 'a b',
      CALLBOARD_APP_CONFIG: '???',
      PORT: '0',
    },
    files: { 'app-config.local.yaml': 'app:\n  title: [\n' },
    report: [
      ['port'],
      ['preset-unknown', 'githb'],
      ['preset-group', 'github-auth and keycloak'],
      ['preset-order', 'mcp-chat'],
      ['variable-invalid', 'GITHUB_ORG'],
      ['variable-missing', 'KEYCLOAK_BASE_URL'],
      ['variable-missing', 'KEYCLOAK_REALM'],
      ['variable-missing', 'KEYCLOAK_CLIENT_ID'],
      ['variable-missing', 'KEYCLOAK_CLIENT_SECRET'],
      ['variable-missing', 'AUTH_SESSION_SECRET'],
      ['variable-missing', 'MCP_CHAT_PROVIDER'],
      ['variable-missing', 'MCP_CHAT_MODEL'],
      ['choice-missing', 'MCP_CHAT_API_KEY'],
      ['config-file', 'app-config.local.yaml:'],
      ['app-config-invalid', 'CALLBOARD_APP_CONFIG'],
    ],
  },
];
