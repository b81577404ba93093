import { judgeAdherence, planSegments, type Judged, type Segment } from '#solver/adherence/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Context } from '../context.ts';
import { teams } from '../db/schema/index.ts';
import { scheduleAsChanged } from '../rosters/index.ts';
import { readTerms } from './adherence-terms.ts';
import { readExcuses, type Excuse } from './read-excuses.ts';
import { readStates } from './read-states.ts';

/** The floor's time, and up to when states are known: no further than the last word of the sources. */
export interface Moment {
	nowMs: number;
	knownUntilMs: number;
}

export interface JudgedPerson extends Judged {
	agentId: string;
	name: string;
	team: string | null;
	segments: Segment[];
	excuses: Excuse[];
	/** The present one; null where none is known. */
	state: string | null;
}

/** A stretch that reaches over the window's edge is judged by its whole length: no shift is longer. */
const MARGIN_MS = 24 * 3_600_000;

/**
 * Everybody who is scheduled or has a state within a window, held against the schedule as it was changed on the day,
 * by the site's terms and with what was excused. One verb for the live floor, the day and the record of past days. For
 * domains: rights are the caller's.
 */
export async function judgePeople(
	ctx: Context,
	window: { fromMs: number; toMs: number },
	{ nowMs, knownUntilMs }: Moment,
	marginMs = MARGIN_MS
): Promise<JudgedPerson[]> {
	const around = { fromMs: window.fromMs - marginMs, toMs: Math.min(window.toMs + marginMs, nowMs) };
	const [agents, named, terms, schedule, excuses] = await Promise.all([
		listAgents(ctx),
		ctx.db.orm.select({ id: teams.id, name: teams.name }).from(teams),
		readTerms(ctx),
		scheduleAsChanged(ctx, window.fromMs - marginMs, window.toMs + marginMs),
		readExcuses(ctx, around.fromMs, window.toMs + marginMs)
	]);
	const states = await readStates(
		ctx,
		{ ...around, knownUntilMs: Math.min(knownUntilMs, nowMs) },
		agents.map(({ id }) => id)
	);
	const teamName = new Map(named.map(({ id, name }) => [id, name]));
	return agents.flatMap(({ id, name, teamId }) => {
		const own = states.get(id) ?? [];
		const shifts = schedule.get(id) ?? [];
		if (own.length === 0 && shifts.length === 0) return [];
		const segments = planSegments(shifts);
		const excused = excuses.get(id) ?? [];
		const judged = judgeAdherence({
			segments,
			states: own,
			excuses: excused.map(({ fromAt, toAt }) => ({ fromMs: fromAt, toMs: toAt })),
			terms,
			window,
			nowMs
		});
		const last = own.at(-1);
		return [
			{
				agentId: id,
				name,
				team: teamId === null ? null : (teamName.get(teamId) ?? teamId),
				segments,
				excuses: excused,
				state: last && last.toMs >= nowMs ? last.state : null,
				...judged
			}
		];
	});
}
