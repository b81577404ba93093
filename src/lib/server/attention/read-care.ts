import { gte, eq, type SQL } from 'drizzle-orm';
import type { ContactCare } from '#lib/contracts/needs.ts';
import type { Context } from '../context.ts';
import { contactCare, users } from '../db/schema/index.ts';

/** Longer than any contact stays open. */
const KEPT_MS = 31 * 24 * 3_600_000;

async function read({ db }: Context, where: SQL): Promise<Map<string, ContactCare>> {
	const [rows, people] = await Promise.all([
		db.orm.select().from(contactCare).where(where),
		db.orm.select({ id: users.id, name: users.name }).from(users)
	]);
	const names = new Map(people.map(({ id, name }) => [`user:${id}`, name]));
	const nameOf = (actor: string | null) => (actor === null ? null : (names.get(actor) ?? actor));
	return new Map(
		rows.map(({ contactId, takenBy, takenAt, snoozedUntil, note, noteBy }) => [
			contactId,
			{
				takenBy,
				takenByName: nameOf(takenBy),
				takenAt,
				snoozedUntil,
				note,
				noteByName: nameOf(noteBy)
			}
		])
	);
}

/** What has been done about contacts of late, by contact. */
export const readCare = (ctx: Context): Promise<Map<string, ContactCare>> =>
	read(ctx, gte(contactCare.changedAt, ctx.now() - KEPT_MS));

/** What has been done about one contact; null when nothing. */
export const findCare = async (ctx: Context, contactId: string): Promise<ContactCare | null> =>
	(await read(ctx, eq(contactCare.contactId, contactId))).get(contactId) ?? null;
