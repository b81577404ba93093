import { asc } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { queues } from '../db/schema/index.ts';

export type QueueRecord = typeof queues.$inferSelect;

/** Every queue's set-up, by name. For domains: what a person may see of it is decided by the caller. */
export const listQueues = ({ db }: Context): Promise<QueueRecord[]> =>
	db.orm.select().from(queues).orderBy(asc(queues.name));
