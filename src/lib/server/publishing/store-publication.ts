import { randomUUID } from 'node:crypto';
import type { PublicationDetail } from '#lib/contracts/publishing.ts';
import type { Actor, Context } from '../context.ts';
import { publicationAgents, publications } from '../db/schema/index.ts';
import { endOf } from './difference-span.ts';
import type { PlannedAgent } from './plan-publication.ts';

const ROWS_PER_STATEMENT = 200;

export interface StoredPublication {
	id: string;
	/** Agents with an account whom it changes something for that is still to come. */
	toTell: PlannedAgent[];
	/** Whom it changes something for that is still to come. */
	affected: PlannedAgent[];
}

/** The statements that keep a publication with its people; what was changed on days gone by asks for no word. */
export function storePublication(
	ctx: Context,
	actor: Actor,
	head: { kind: 'publish' | 'take-back'; rosterId: string; detail: PublicationDetail; isQuiet: boolean },
	planned: readonly PlannedAgent[],
	accounts: ReadonlyMap<string, readonly string[]>
) {
	const { orm } = ctx.db;
	const now = ctx.now();
	const { isQuiet, ...kept } = head;
	const id = randomUUID();
	const ahead = planned.map((one) => ({
		...one,
		differences: isQuiet ? [] : one.differences.filter((difference) => endOf(difference) > now)
	}));
	const affected = ahead.filter(({ differences }) => differences.length > 0);
	const toTell = affected.filter(({ agentId }) => accounts.has(agentId));
	const told = new Set(toTell.map(({ agentId }) => agentId));
	const rows = ahead.map(({ agentId, fromAt, toAt, differences }) => ({
		publicationId: id,
		agentId,
		fromAt,
		toAt,
		differences: differences.length > 0 ? differences : null,
		toldAt: told.has(agentId) ? now : null
	}));
	const batches = [];
	for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT)
		batches.push(orm.insert(publicationAgents).values(rows.slice(i, i + ROWS_PER_STATEMENT)));
	return {
		stored: { id, toTell, affected } satisfies StoredPublication,
		statements: [
			orm.insert(publications).values({ id, ...kept, publishedBy: actor.id, publishedAt: now }),
			...batches
		] as const
	};
}
