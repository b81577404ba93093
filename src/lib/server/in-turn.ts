import type { Database } from './db/open-database.ts';

const last = new WeakMap<Database, Promise<unknown>>();

/**
 * Does work that reads, decides and writes after what was begun before it is done, so that two who ask for the last
 * place do not both find it free. Of one process; not to be nested.
 */
export function inTurn<Answer>(db: Database, work: () => Promise<Answer>): Promise<Answer> {
	const answer = (last.get(db) ?? Promise.resolve()).then(work);
	last.set(
		db,
		answer.catch(() => undefined)
	);
	return answer;
}
