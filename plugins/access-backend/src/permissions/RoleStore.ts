import type { RoleMember } from '@callboard/plugin-access-common';
import type { Knex } from 'knex';

interface Row {
  role: string;
  member: string;
  assigned_by: string;
  assigned_at: string;
}

/** The roles that were given on the screen, in the database. */
export class RoleStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(): Promise<RoleMember[]> {
    const rows = await this.#knex<Row>('role_members').orderBy([
      'role',
      'member',
    ]);
    return rows.map(row => ({
      role: row.role,
      member: row.member,
      assignedBy: row.assigned_by,
      assignedAt: row.assigned_at,
    }));
  }

  /** Keeps the first assignment where there is one already. */
  async add(member: RoleMember): Promise<void> {
    await this.#knex<Row>('role_members')
      .insert({
        role: member.role,
        member: member.member,
        assigned_by: member.assignedBy,
        assigned_at: member.assignedAt,
      })
      .onConflict(['role', 'member'])
      .ignore();
  }

  /** Whether there was one. */
  async remove(options: { role: string; member: string }): Promise<boolean> {
    const { role, member } = options;
    const removed = await this.#knex<Row>('role_members')
      .where({ role, member })
      .delete();
    return removed > 0;
  }
}
