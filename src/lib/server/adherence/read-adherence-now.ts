import { isRight, segmentAt } from '#solver/adherence/index.ts';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import type { AdherenceNow, InAdherence } from './adherence-view.ts';
import { effectOn, type QueueOutlook } from './effect-on.ts';
import { exceptionRows } from './exception-rows.ts';
import { judgePeople, type JudgedPerson, type Moment } from './judge-people.ts';
import { readTerms } from './adherence-terms.ts';

/** Long enough for the shift that runs now: what began earlier than this is shown from here on. */
const BACK_MS = 14 * 3_600_000;

/** Who departs from the schedule at this moment, first those whose absence costs most. */
export async function readAdherenceNow(
	ctx: Context,
	actor: Actor,
	moment: Moment,
	floor: {
		queues: readonly QueueOutlook[];
		/** By agent, what they can take. */
		served: ReadonlyMap<string, readonly string[]>;
	}
): Promise<AdherenceNow> {
	requireRight(actor, 'adherence.view');
	const { nowMs } = moment;
	const terms = await readTerms(ctx);
	const judged = await judgePeople(ctx, { fromMs: nowMs - 1_000, toMs: nowMs }, moment, BACK_MS);
	const people = judged.filter(({ agentId }) => leadsAgent(actor, agentId));
	const outlooks = new Map(floor.queues.map((queue) => [queue.id, queue]));
	const exceptions = people
		.flatMap((person) =>
			exceptionRows(person)
				.filter(({ isOngoing }) => isOngoing)
				.map((row) => ({
					...row,
					effect: effectOn(row, floor.served.get(person.agentId) ?? [], outlooks, nowMs)
				}))
		)
		// Then what counts before what is only told, and what has lasted longest.
		.sort(
			(a, b) =>
				Number(isExcused(a)) - Number(isExcused(b)) ||
				(b.effect?.contacts ?? 0) - (a.effect?.contacts ?? 0) ||
				Number(a.planned === null) - Number(b.planned === null) ||
				a.fromAt - b.fromAt
		);
	const countOf = (some: readonly JudgedPerson[]): InAdherence => {
		const count = { scheduled: 0, kept: 0, unknown: 0 };
		for (const { segments, state, exceptions: own } of some) {
			const segment = segmentAt(segments, nowMs);
			if (!segment) continue;
			count.scheduled++;
			if (state === null) count.unknown++;
			else if (isRight(terms, state, segment.activity) || !own.some(({ isOngoing }) => isOngoing))
				count.kept++;
		}
		return count;
	};
	const teams = [...Map.groupBy(people, ({ team }) => team)].map(([team, some]) => ({
		team,
		...countOf(some)
	}));
	return { nowMs, exceptions, teams: teams.filter(({ scheduled }) => scheduled > 0), ...countOf(people) };
}

/** Excused up to now. */
const isExcused = ({ excuses, toAt }: { excuses: { fromAt: number; toAt: number }[]; toAt: number }) =>
	excuses.some((excuse) => excuse.toAt >= toAt);
