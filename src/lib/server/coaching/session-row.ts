import { eq } from 'drizzle-orm';
import type { SessionState } from '#lib/contracts/coaching.ts';
import type { Context } from '../context.ts';
import { coachingSessions } from '../db/schema/index.ts';

export type SessionRow = typeof coachingSessions.$inferSelect;

/** A coach has this long to write a session up before it counts as missed. */
const WRITE_UP_MS = 24 * 3_600_000;

/** `missed` comes with time: nobody writes it. */
export const stateAt = ({ state, endAt }: Pick<SessionRow, 'state' | 'endAt'>, now: number): SessionState =>
	state === 'planned' && endAt + WRITE_UP_MS < now ? 'missed' : state;

export async function findSession({ db }: Context, id: string): Promise<SessionRow | null> {
	const [row] = await db.orm.select().from(coachingSessions).where(eq(coachingSessions.id, id));
	return row ?? null;
}

/** The user behind an actor; null for keys and the system. */
export const userIdOf = (actor: { id: string }): string | null =>
	actor.id.startsWith('user:') ? actor.id.slice('user:'.length) : null;
