import { eq, or } from 'drizzle-orm';
import { can } from '../access/index.ts';
import type { Actor } from '../context.ts';
import { savedViews } from '../db/schema/index.ts';

/** The views that an actor may change: their own, and for who manages people what others share, so that none outlives its owner. */
export const isChangeable = (actor: Actor) =>
	or(
		eq(savedViews.ownerId, actor.id),
		can(actor, 'users.manage') ? eq(savedViews.isShared, true) : undefined
	);
