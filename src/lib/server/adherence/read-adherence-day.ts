import { addSeconds, adherenceOf, conformanceOf } from '#solver/adherence/index.ts';
import { leadsAgent, requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import type { AdherenceDay, AdherenceRow } from './adherence-view.ts';
import { exceptionRows } from './exception-rows.ts';
import { judgePeople, type JudgedPerson, type Moment } from './judge-people.ts';

/**
 * Adherence and conformance of a local day by person and team, up to now where it is today. A shift over midnight
 * counts on each day with the part that falls into it.
 */
export async function readAdherenceDay(
	ctx: Context,
	actor: Actor,
	{ day, fromAt, toAt }: { day: string; fromAt: number; toAt: number },
	timeZone: string,
	moment: Moment
): Promise<AdherenceDay> {
	requireRight(actor, 'adherence.view');
	const judged = await judgePeople(ctx, { fromMs: fromAt, toMs: toAt }, moment);
	// Who neither was to work that day nor did is not of it.
	const people = judged.filter(
		({ agentId, seconds }) => leadsAgent(actor, agentId) && (seconds.scheduled > 0 || seconds.onQueue > 0)
	);
	return {
		day,
		timeZone,
		fromAt,
		toAt,
		untilMs: Math.min(toAt, moment.nowMs),
		total: rowOf(people),
		teams: [...Map.groupBy(people, ({ team }) => team)]
			.map(([team, some]) => ({ team, people: some.length, ...rowOf(some) }))
			.sort((a, b) => (a.team ?? '').localeCompare(b.team ?? '')),
		agents: people.map((person) => ({
			agentId: person.agentId,
			name: person.name,
			team: person.team,
			...rowOf([person])
		})),
		exceptions: people.flatMap(exceptionRows).sort((a, b) => b.fromAt - a.fromAt)
	};
}

function rowOf(people: readonly JudgedPerson[]): AdherenceRow {
	const seconds = addSeconds(people.map((person) => person.seconds));
	return {
		seconds,
		adherence: adherenceOf(seconds),
		conformance: conformanceOf(seconds),
		exceptions: people.reduce(
			(count, { exceptions }) =>
				count +
				exceptions.filter(
					({ planned, fromMs, toMs, excusedSeconds }) =>
						planned !== null && (toMs - fromMs) / 1000 > excusedSeconds
				).length,
			0
		)
	};
}
