import { eq, inArray } from 'drizzle-orm';
import { METRIC_SPECS, type Catalogue, type ExpectedEffect } from '#solver/coaching/index.ts';
import type { FeedEvidence, FeedFinding, FeedModule } from '#lib/contracts/feed.ts';
import { CHANNELS, type Channel } from '#lib/contracts/terms.ts';
import type { Context } from '../context.ts';
import { coachingMutes, contacts, queues } from '../db/schema/index.ts';
import { momentsOf } from './moments-of.ts';
import { titleOf } from './own-sessions.ts';
import type { CoachingFinding } from './read-coaching.ts';

/** Two moments to listen to, from as many contacts as give one. */
const MOMENTS = 2;

/** Findings as the agent reads them: own contacts only, with the moments that show it; muted ones last. */
export async function feedFindings(
	ctx: Context,
	agentId: string,
	findings: readonly CoachingFinding[],
	catalogue: Catalogue
): Promise<FeedFinding[]> {
	const { orm } = ctx.db;
	const now = ctx.now();
	const own = findings.map((finding) => ({
		...finding,
		evidence: finding.evidence.filter(
			(evidence) => evidence.agentId === agentId && evidence.role !== 'good-peer'
		)
	}));
	const ids = [...new Set(own.flatMap(({ evidence }) => evidence.map(({ contactId }) => contactId)))];
	const [mutes, known, queueRows] = await Promise.all([
		orm.select().from(coachingMutes).where(eq(coachingMutes.agentId, agentId)),
		ids.length === 0 ? [] : orm.select().from(contacts).where(inArray(contacts.id, ids)),
		orm.select({ id: queues.id, name: queues.name }).from(queues)
	]);
	const queueNames = new Map(queueRows.map(({ id, name }) => [id, name]));
	const contactOf = new Map(known.map((contact) => [contact.id, contact]));
	const shown = await Promise.all(
		own.map(async (finding): Promise<FeedFinding> => {
			const until = mutes.find(({ cause }) => cause === finding.cause)?.until ?? 0;
			const main = finding.mainCase as { queue: string; channel: string; intent: string } | null;
			return {
				id: finding.id,
				cause: finding.cause,
				title: titleOf(catalogue, finding.cause),
				signs: catalogue.behaviours.find(({ cause }) => cause === finding.cause)?.signs ?? { en: '', es: '' },
				probability: finding.probability,
				gaps: finding.gaps,
				support: finding.support,
				mainCase: main && {
					queueName: queueNames.get(main.queue) ?? main.queue,
					channel: (CHANNELS as readonly string[]).includes(main.channel) ? (main.channel as Channel) : null,
					intent: main.intent || null
				},
				modules: modulesOf(finding, catalogue),
				evidence: await withMoments(
					ctx,
					agentId,
					finding.cause,
					finding.evidence.map((evidence): FeedEvidence => {
						const contact = contactOf.get(evidence.contactId);
						return {
							contactId: evidence.contactId,
							role: evidence.role as FeedEvidence['role'],
							startedAt: contact?.startedAt ?? null,
							channel: contact?.channel ?? null,
							queueName: contact?.queueId ? (queueNames.get(contact.queueId) ?? contact.queueId) : null,
							values: evidence.values,
							moments: []
						};
					})
				),
				mutedUntil: until > now ? until : null
			};
		})
	);
	return shown.sort((a, b) => Number(a.mutedUntil !== null) - Number(b.mutedUntil !== null));
}

/** One moment of each contact before a second of any: the clearest contacts stand first. */
async function withMoments(
	ctx: Context,
	agentId: string,
	cause: string,
	evidence: FeedEvidence[]
): Promise<FeedEvidence[]> {
	for (const role of ['shows-it', 'good-own'] as const) {
		const some = evidence.filter((one) => one.role === role && one.startedAt !== null);
		const found = await Promise.all(
			some.map(({ contactId }) => momentsOf(ctx, contactId, cause, { agentId }))
		);
		const wanted = role === 'shows-it' ? MOMENTS : 1;
		let left = wanted;
		for (let round = 0; round < MOMENTS && left > 0; round++)
			for (const [i, moments] of found.entries()) {
				if (left === 0) break;
				const moment = moments[round];
				if (!moment) continue;
				some[i]!.moments.push(moment);
				left--;
			}
		for (const one of some) one.moments.sort((a, b) => a.at - b.at);
	}
	return evidence;
}

function modulesOf(finding: CoachingFinding, { modules }: Catalogue): FeedModule[] {
	const recommended = finding.recommendations as { module: string; effects: ExpectedEffect[] }[];
	return recommended.flatMap(({ module: id, effects }): FeedModule[] => {
		const module = modules.find((one) => one.id === id);
		if (!module) return [];
		return [
			{
				id,
				title: module.title,
				summary: module.summary,
				form: module.form,
				agentMinutes: module.agentMinutes,
				effects: effects
					.filter(({ metric }) => metric in METRIC_SPECS)
					.map(({ metric, now, then, thenLow, thenHigh, probabilityHelps, uses }) => ({
						metric,
						now,
						then,
						thenLow,
						thenHigh,
						probabilityHelps,
						uses
					}))
			}
		];
	});
}
