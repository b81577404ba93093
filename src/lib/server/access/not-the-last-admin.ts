import { sql } from 'drizzle-orm';
import { users } from '../db/schema/index.ts';

/** Part of a `where` over users: the row is no administrator, or not the only one. */
export const notTheLastAdmin = sql`(${users.role} <> 'admin' or (select count(*) from users where role = 'admin') > 1)`;
