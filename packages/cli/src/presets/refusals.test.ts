import fs from 'node:fs';
import path from 'node:path';
import { inspectPortalConfig } from '../config/loadPortalConfig';
import { formatProblems } from '../problems/formatProblems';
import { dataDirectoryProblems } from '../start/dataDirectoryProblems';
import { createEnvironment } from '../testing/createEnvironment';
import { variablesFor } from '../testing/presetVariables';
import { shippedRoot } from '../testing/shippedRoot';

jest.setTimeout(60_000);

const SECRET = 'hunter2-hunter2-hunter2';
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What an operator did, and what each problem of the report must say: its code, and parts of its text. */
interface Refusal {
  title: string;
  presets?: string[];
  env?: Record<string, string>;
  files?: Record<string, string>;
  config?: string[];
  envFile?: string;
  report: [code: string, ...parts: string[]][];
}

const github = variablesFor(['github']);
const signIn = variablesFor(['github-auth']);

const REFUSALS: Refusal[] = [
  {
    title: 'a name with a typing error',
    presets: ['githb'],
    report: [['preset-unknown', 'githb', 'did you mean github?', 'keycloak']],
  },
  {
    title: 'a name like no other',
    presets: ['wordpress'],
    report: [['preset-unknown', 'wordpress', 'choose from: argocd, azure']],
  },
  {
    title: 'a name in capital letters',
    presets: ['GitHub'],
    env: github,
    report: [['preset-unknown', 'did you mean github?']],
  },
  {
    title: 'a path for a name',
    presets: ['../presets/github'],
    report: [['preset-unknown', '../presets/github']],
  },
  {
    title: 'two unknown names',
    presets: ['jenkinss', 'sonarcube'],
    report: [
      ['preset-unknown', 'did you mean jenkins?'],
      ['preset-unknown', 'did you mean sonarqube?'],
    ],
  },
  {
    title: 'nothing set for github',
    presets: ['github'],
    report: [
      ['variable-missing', 'GITHUB_ORG is not set', 'needed by: github'],
      [
        'choice-missing',
        'GITHUB_PAT',
        'GITHUB_APP_ID',
        'ghp_',
        'https://docs.github.com',
      ],
    ],
  },
  {
    title: 'a variable that two presets want, once',
    presets: ['github', 'github-auth'],
    env: { ...signIn, GITHUB_ORG: '' },
    report: [
      [
        'variable-missing',
        'GITHUB_ORG is empty',
        'needed by: github, github-auth',
      ],
    ],
  },
  {
    title: 'a choice that two presets leave open, once',
    presets: ['github', 'github-auth'],
    env: { ...signIn, GITHUB_PAT: '' },
    report: [['choice-missing', 'needed by: github, github-auth']],
  },
  {
    title: 'an empty variable',
    presets: ['jenkins'],
    env: { ...variablesFor(['jenkins']), JENKINS_TOKEN: '' },
    report: [
      [
        'variable-missing',
        'JENKINS_TOKEN is empty',
        'example:',
        'see: https://',
      ],
    ],
  },
  {
    title: 'a blank variable',
    presets: ['jenkins'],
    env: { ...variablesFor(['jenkins']), JENKINS_TOKEN: ' \t ' },
    report: [['variable-missing', 'JENKINS_TOKEN is empty']],
  },
  {
    title: 'an App without its key and client',
    presets: ['github'],
    env: { GITHUB_ORG: 'acme', GITHUB_APP_ID: '1' },
    report: [
      ['variable-missing', 'GITHUB_PRIVATE_KEY is not set'],
      ['variable-missing', 'GITHUB_CLIENT_ID is not set'],
      ['variable-missing', 'GITHUB_CLIENT_SECRET is not set'],
    ],
  },
  {
    title: 'an App number that is none',
    presets: ['github'],
    env: {
      ...github,
      GITHUB_APP_ID: 'my-app',
      GITHUB_CLIENT_ID: 'a',
      GITHUB_CLIENT_SECRET: SECRET,
    },
    report: [
      ['variable-invalid', 'GITHUB_APP_ID is not a whole number', '"my-app"'],
      ['variable-missing', 'GITHUB_PRIVATE_KEY'],
    ],
  },
  {
    title: 'a private key that is none',
    presets: ['github'],
    env: {
      ...github,
      GITHUB_APP_ID: '1',
      GITHUB_CLIENT_ID: 'a',
      GITHUB_CLIENT_SECRET: SECRET,
      GITHUB_PRIVATE_KEY: SECRET,
    },
    report: [['variable-invalid', 'GITHUB_PRIVATE_KEY is not a private key']],
  },
  {
    title: 'a private key in base64 of something else',
    presets: ['github'],
    env: {
      ...github,
      GITHUB_APP_ID: '1',
      GITHUB_CLIENT_ID: 'a',
      GITHUB_CLIENT_SECRET: SECRET,
      GITHUB_PRIVATE_KEY_BASE64: base64(SECRET),
    },
    report: [
      ['variable-invalid', 'GITHUB_PRIVATE_KEY_BASE64 is not a private key'],
    ],
  },
  {
    title: 'an organisation as a URL',
    presets: ['github'],
    env: { ...github, GITHUB_ORG: 'https://github.com/acme' },
    report: [
      ['variable-invalid', 'GITHUB_ORG has an item', 'https://github.com/acme'],
    ],
  },
  {
    title: 'a list of commas',
    presets: ['github'],
    env: { ...github, GITHUB_ORG: ', ,' },
    report: [['variable-invalid', 'GITHUB_ORG holds commas but no item']],
  },
  {
    title: 'a host with its scheme',
    presets: ['gitlab-scm'],
    env: {
      ...variablesFor(['gitlab-scm']),
      GITLAB_HOST: 'https://gitlab.example.com',
    },
    report: [
      ['variable-invalid', 'GITLAB_HOST does not have the expected form'],
    ],
  },
  {
    title: 'a URL without a scheme',
    presets: ['sonarqube'],
    env: {
      ...variablesFor(['sonarqube']),
      SONARQUBE_BASE_URL: 'sonarqube.example.com',
    },
    report: [['variable-invalid', 'SONARQUBE_BASE_URL is not a URL']],
  },
  {
    title: 'a URL with a password, without quoting it',
    presets: ['jenkins'],
    env: {
      ...variablesFor(['jenkins']),
      JENKINS_URL: `https://portal:${SECRET}@jenkins.example.com`,
    },
    report: [
      [
        'variable-invalid',
        'JENKINS_URL holds a user name or a password',
        'https://portal:<secret>@jenkins.example.com',
      ],
    ],
  },
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
    title: 'an LDAP URL for another protocol',
    presets: ['ldap'],
    env: { ...variablesFor(['ldap']), LDAP_URL: 'https://ldap.example.com' },
    report: [['variable-invalid', 'LDAP_URL does not have the expected form']],
  },
  {
    title: 'a switch that is neither true nor false',
    presets: ['ldap'],
    env: { ...variablesFor(['ldap']), LDAP_TLS_REJECT_UNAUTHORIZED: 'yes' },
    report: [
      [
        'variable-invalid',
        'LDAP_TLS_REJECT_UNAUTHORIZED is neither true nor false',
      ],
    ],
  },
  {
    title: 'a secret that is too short',
    presets: ['keycloak'],
    env: { ...variablesFor(['keycloak']), AUTH_SESSION_SECRET: 'short-secret' },
    report: [
      [
        'variable-invalid',
        'AUTH_SESSION_SECRET does not have the expected form',
      ],
    ],
  },
  {
    title: 'a certificate authority that is not there',
    presets: ['jenkins'],
    env: { ...variablesFor(['jenkins']), JENKINS_CA_FILE: '/nowhere/ca.pem' },
    report: [
      [
        'variable-invalid',
        'JENKINS_CA_FILE names a file that cannot be read',
        '/nowhere/ca.pem',
      ],
    ],
  },
  {
    title: 'a certificate authority that is no certificate',
    presets: ['jenkins'],
    env: { ...variablesFor(['jenkins']), JENKINS_CA_FILE: 'ROOT/ca.pem' },
    files: { 'ca.pem': 'not a certificate' },
    report: [
      [
        'variable-invalid',
        'JENKINS_CA_FILE names a file that holds no certificate',
      ],
    ],
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
    title: 'a secret whose file is empty',
    presets: ['jenkins'],
    env: {
      JENKINS_URL: 'https://j.example.com',
      JENKINS_USERNAME: 'p',
      JENKINS_TOKEN_FILE: 'ROOT/token',
    },
    files: { token: '\n' },
    report: [['variable-missing', 'JENKINS_TOKEN is empty']],
  },
  {
    title: 'two identities',
    presets: ['github-auth', 'keycloak'],
    env: variablesFor(['github-auth', 'keycloak']),
    report: [
      ['preset-group', 'github-auth and keycloak', 'exclusive group identity'],
    ],
  },
  {
    title: 'gitlab, which is an identity too, with another one',
    presets: ['gitlab', 'keycloak'],
    env: variablesFor(['gitlab', 'keycloak']),
    report: [['preset-group', 'gitlab and keycloak', 'keep one of them']],
  },
  {
    title: 'the trial with an identity',
    presets: ['demo', 'oidc'],
    env: variablesFor(['oidc']),
    report: [['preset-group', 'demo and oidc']],
  },
  {
    title: 'three identities in one problem',
    presets: ['ldap', 'oidc', 'azure-auth'],
    env: variablesFor(['ldap', 'oidc', 'azure-auth']),
    report: [['preset-group', 'ldap, oidc and azure-auth']],
  },
  {
    title: 'a preset without the one it layers on',
    presets: ['ldap-ad'],
    env: variablesFor(['ldap-ad']),
    report: [
      [
        'preset-required',
        'ldap-ad requires the preset ldap',
        'CALLBOARD_PRESETS=ldap,ldap-ad',
      ],
    ],
  },
  {
    title: 'a preset before the one it layers on',
    presets: ['recommended', 'ldap-ad', 'ldap'],
    env: variablesFor(['ldap-ad']),
    report: [
      [
        'preset-order',
        'comes after it',
        'CALLBOARD_PRESETS=recommended,ldap,ldap-ad',
      ],
    ],
  },
  {
    title: 'a preset that is required, with its variables',
    presets: ['ldap-ad'],
    env: { ...variablesFor(['ldap-ad']), LDAP_SECRET: '' },
    report: [
      ['preset-required', 'CALLBOARD_PRESETS=ldap,ldap-ad'],
      ['variable-missing', 'LDAP_SECRET is empty'],
    ],
  },
  {
    title: 'mcp-chat without mcp',
    presets: ['mcp-chat'],
    env: variablesFor(['mcp-chat']),
    report: [
      [
        'preset-required',
        'mcp-chat requires the preset mcp',
        'CALLBOARD_PRESETS=mcp,mcp-chat',
      ],
    ],
  },
  {
    title: 'clusters whose lists do not fit together',
    presets: ['kubernetes'],
    env: {
      ...variablesFor(['kubernetes']),
      K8S_CLUSTER_NAME: 'a,b',
      K8S_CLUSTER_URL: 'https://a,https://b',
    },
    report: [
      [
        'variable-length',
        'K8S_CLUSTER_NAME has 2 items',
        'K8S_CLUSTER_TOKEN has 1 item',
      ],
    ],
  },
  {
    title: "a person's own identity in Kubernetes without an ID token",
    presets: ['kubernetes', 'github-auth'],
    env: {
      ...variablesFor(['kubernetes', 'github-auth']),
      K8S_AUTH_PROVIDER: 'oidc',
    },
    report: [
      ['preset-id-token', 'github-auth yields no OIDC ID token', 'keycloak'],
    ],
  },
  {
    title: "a person's own identity in Kubernetes without any sign-in",
    presets: ['kubernetes'],
    env: { ...variablesFor(['kubernetes']), K8S_AUTH_PROVIDER: 'oidc' },
    report: [
      ['preset-id-token', 'no sign-in with an OIDC ID token is configured'],
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

it.each(REFUSALS)('refuses $title', async refusal => {
  const root = shippedRoot(refusal.files ?? {});
  const env = Object.fromEntries(
    Object.entries(refusal.env ?? {}).map(([name, value]) => [
      name,
      value.replace('ROOT', root),
    ]),
  );
  const before = fs.readdirSync(root).sort();
  const { problems } = await inspectPortalConfig(
    createEnvironment(root, env, {
      presets: refusal.presets,
      config: refusal.config,
      envFile: refusal.envFile,
    }),
  );

  expect(problems.map(({ code }) => code)).toEqual(
    refusal.report.map(([code]) => code),
  );
  problems.forEach((problem, index) => {
    const text = formatProblems({ title: '', problems: [problem] });
    for (const part of refusal.report[index].slice(1)) {
      expect(text).toContain(part);
    }
    expect(problem.remedy).not.toBe('');
  });
  expect(JSON.stringify(problems)).not.toContain(SECRET);
  expect(fs.readdirSync(root).sort()).toEqual(before);
});

it.each([
  ['below a file', 'FILE/data'],
  ['that is a file', 'FILE'],
  ['of the kernel', '/proc/callboard'],
])('refuses a data directory %s', async (_, directory) => {
  const file = path.join(shippedRoot({ file: '' }), 'file');
  const [problem, ...others] = await dataDirectoryProblems(
    directory.replace('FILE', file),
  );
  expect(problem).toMatchObject({
    code: 'data-directory',
    problem: 'the data directory cannot be written',
  });
  expect(others).toEqual([]);
});

it('has no objection to a data directory that can be made', async () => {
  const directory = path.join(shippedRoot(), 'a', 'b');
  expect(await dataDirectoryProblems(directory)).toEqual([]);
  expect(fs.existsSync(directory)).toBe(false);
});
