import { z } from 'zod';

/**
 * What is used of payloads, https://docs.github.com/webhooks/webhook-events-and-payloads. What is missing there is missing in what older
 * GitHub Enterprise Servers send too, so nothing is required that can be done without.
 */
const account = z.object({
  login: z.string().min(1),
  html_url: z.string().optional(),
});

const repository = z.object({
  node_id: z.string().optional(),
  name: z.string().min(1),
  html_url: z.url(),
  owner: account,
  default_branch: z.string().optional(),
  updated_at: z.union([z.string(), z.number()]).nullish(),
  pushed_at: z.union([z.string(), z.number()]).nullish(),
});

const paths = z.array(z.string()).nullish();

export const pushPayload = z.object({
  ref: z.string(),
  before: z.string().nullish(),
  after: z.string().nullish(),
  created: z.boolean().optional(),
  deleted: z.boolean().optional(),
  forced: z.boolean().optional(),
  commits: z
    .array(
      z.object({
        url: z.string().optional(),
        added: paths,
        removed: paths,
        modified: paths,
      }),
    )
    .nullish(),
  repository,
});
export type PushPayload = z.infer<typeof pushPayload>;

const from = z.object({ from: z.string() });

export const repositoryPayload = z.object({
  action: z.string(),
  repository,
  changes: z
    .object({
      repository: z.object({ name: from }).optional(),
      default_branch: from.optional(),
      owner: z
        .object({
          from: z.object({
            user: account.nullish(),
            organization: account.nullish(),
          }),
        })
        .optional(),
    })
    .nullish(),
});
export type RepositoryPayload = z.infer<typeof repositoryPayload>;

const brief = z.object({
  node_id: z.string().optional(),
  name: z.string().min(1),
});

export const installationPayload = z.object({
  action: z.string(),
  installation: z.object({
    id: z.number(),
    app_id: z.number().optional(),
    /** An enterprise has no login, and no repositories of its own. */
    account: z.object({ login: z.string().min(1) }),
    updated_at: z.union([z.string(), z.number()]).nullish(),
  }),
  repository_selection: z.string().nullish(),
  repositories_added: z.array(brief).nullish(),
  repositories_removed: z.array(brief).nullish(),
});
export type InstallationPayload = z.infer<typeof installationPayload>;

export const peoplePayload = z.object({
  action: z.string(),
  organization: z.object({ login: z.string().min(1) }).nullish(),
  repository: repository.nullish(),
});

export const wikiPayload = z.object({ repository });
