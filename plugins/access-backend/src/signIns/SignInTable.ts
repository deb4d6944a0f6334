import type {
  NearbyUser,
  SignInFailure,
} from '@callboard/plugin-access-common';
import type { SignInFailureStore } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';

const TABLE = 'sign_in_failures';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const MOST = 1000;
/** https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api */
const LINK_GOOD_FOR_MS = 60 * 60 * 1000;

interface Row {
  reference: string;
  at: number;
  provider: string;
  kind: string;
  subject: string | null;
  user_entity_ref: string | null;
  failure: string;
  near: string | null;
}

/** Failed sign-ins of all replicas: of 30 days, and at most 1000. */
export class SignInTable implements SignInFailureStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async save(failure: SignInFailure): Promise<void> {
    const { reference, at, provider, kind, person } = failure;
    await this.#knex<Row>(TABLE)
      .insert({
        reference,
        at: Date.parse(at),
        provider,
        kind,
        subject: person?.subject ?? null,
        user_entity_ref: person?.userEntityRef ?? null,
        failure: JSON.stringify(failure),
      })
      .onConflict('reference')
      .merge(['at', 'failure']);
    if (failure.times === 1) await this.prune();
  }

  /** What of the catalog came near; kept when the failure is counted again. */
  async keepNear(options: {
    reference: string;
    near: NearbyUser[];
  }): Promise<void> {
    const { reference, near } = options;
    await this.#knex<Row>(TABLE)
      .where({ reference })
      .update({ near: JSON.stringify(near) });
  }

  async remove(about: {
    provider: string;
    kind: string;
    subject: string;
  }): Promise<void> {
    const { provider, kind, subject } = about;
    await this.#knex<Row>(TABLE).where({ provider, kind, subject }).delete();
  }

  async list(options: { since: Date }): Promise<SignInFailure[]> {
    const rows = await this.#rows(options);
    return rows.map(({ failure }) => JSON.parse(failure));
  }

  /** Everything that is kept, with what came near. */
  async listAll(): Promise<(SignInFailure & { near: NearbyUser[] })[]> {
    const rows = await this.#rows({ since: this.#oldest() });
    return rows.map(({ failure, near }) => ({
      ...JSON.parse(failure),
      near: near ? JSON.parse(near) : [],
    }));
  }

  /** Single sign-on that organisations ask of a person, for as long as GitHub's links are good. */
  async notices(options: { userEntityRef: string }): Promise<SignInFailure[]> {
    const rows = await this.#knex<Row>(TABLE)
      .where({ user_entity_ref: options.userEntityRef, kind: 'saml-sso' })
      .where('at', '>', this.#now().getTime() - LINK_GOOD_FOR_MS)
      .orderBy('at', 'desc');
    return rows.map(({ failure }) => JSON.parse(failure));
  }

  async prune(): Promise<void> {
    await this.#knex<Row>(TABLE)
      .where('at', '<', this.#oldest().getTime())
      .delete();
    const [beyond] = await this.#knex<Row>(TABLE)
      .select('at')
      .orderBy('at', 'desc')
      .offset(MOST)
      .limit(1);
    if (beyond) {
      await this.#knex<Row>(TABLE).where('at', '<=', beyond.at).delete();
    }
  }

  #oldest() {
    return new Date(this.#now().getTime() - KEPT_MS);
  }

  #rows(options: { since: Date }): Promise<Row[]> {
    return this.#knex<Row>(TABLE)
      .where('at', '>', options.since.getTime())
      .orderBy('at', 'desc')
      .limit(MOST);
  }
}
