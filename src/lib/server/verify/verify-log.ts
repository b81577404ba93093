import type { AuditCheck, AuditHead } from '#lib/contracts/audit.ts';
import { requireRight } from '../access/index.ts';
import { verifyAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { scoreText } from '../conversations/index.ts';
import { readWholeFrom } from '../ingest/index.ts';
import { compareAgents } from './compare-agents.ts';
import { compareContacts, type ScoreText } from './compare-contacts.ts';
import { compareIntervals } from './compare-intervals.ts';
import type { Difference } from './difference.ts';
import { readSnapshot } from './read-snapshot.ts';

export interface VerifyReport {
	/** What was looked at. */
	events: number;
	contacts: number;
	visits: number;
	agentStates: number;
	/** Queue-days whose numbers were counted twice over. */
	intervals: number;
	/** Contacts and agents with events that the running server has still to store: not compared. */
	pending: number;
	differences: Difference[];
	/** The retention took what lay before: from here on the log holds everything that ever came; null = from its beginning. */
	wholeFrom: number | null;
	/** The hash chain of who did what. */
	audit: AuditCheck;
}

/**
 * Recomputes from the event log everything that is derived from it, and names each difference. Writes nothing.
 *
 * @param score the mood of a customer's turn, as the centre that stored the folds read it; `stored`: as the stored messages
 *   have it, where a transformer read them
 * @param keptHead head of the audit's chain that was kept elsewhere
 */
export async function verifyLog(
	ctx: Context,
	actor: Actor,
	score: ScoreText | 'stored' = scoreText,
	keptHead: AuditHead | null = null
): Promise<VerifyReport> {
	requireRight(actor, 'live.view', { whole: true });
	const snapshot = await readSnapshot(ctx);
	const contacts = compareContacts(snapshot, score);
	const intervals = await compareIntervals(ctx, contacts.stored, contacts.recomputed);
	return {
		events: snapshot.events,
		contacts: snapshot.eventsOfContact.size,
		visits: contacts.recomputed.length,
		agentStates: snapshot.agentStates.length,
		intervals: intervals.intervals,
		pending: snapshot.pendingContacts.size + snapshot.pendingAgents.size,
		differences: [...contacts.differences, ...compareAgents(snapshot), ...intervals.differences],
		wholeFrom: await readWholeFrom(ctx),
		audit: await verifyAudit(ctx, keptHead)
	};
}
