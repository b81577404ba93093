import { eq } from 'drizzle-orm';
import { InvalidInputError } from '../access/index.ts';
import type { Context } from '../context.ts';
import { webhooks } from '../db/schema/index.ts';

/** The webhook as it is kept, secret and all; refuses an id that is none. */
export async function findWebhook({ db }: Context, id: string, action: string) {
	const [row] = await db.orm.select().from(webhooks).where(eq(webhooks.id, id));
	if (!row) throw new InvalidInputError(`${action}: there is no webhook "${id}".`);
	return row;
}
