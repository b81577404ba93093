import { setImmediate } from 'node:timers/promises';
import { localFields } from '#lib/format/index.ts';
import { datesFrom, midnightOf } from '#lib/format/local-dates.ts';
import type { Context } from '../context.ts';
import type { ScheduledShift } from '../rosters/index.ts';
import { siteClock } from '../site-clock.ts';
import { SwapCheck } from './swap-check.ts';

export interface FoundCandidate {
	agentId: string;
	/** Empty: may be asked. Else the rules that stand in the way; of a swap, those of the shift that breaks the fewest. */
	rules: string[];
	/** Of a swap: shifts that may be given in return. */
	returns: { startAt: number; endAt: number }[];
}

/** That nobody of the wanted days has a shift to give. */
export const NOTHING_TO_GIVE = 'no-shift-to-give';

/**
 * Who may take a shift: for each colleague both schedules as they would stand are held against every rule.
 *
 * @param back of a swap: the local days on which the giver would work in return, and from when on a shift may be given
 */
export async function findCandidates(
	ctx: Context,
	{ agentId, shift, toAgentId }: { agentId: string; shift: ScheduledShift; toAgentId: string | null },
	back: { from: string; to: string; earliestMs: number } | null
): Promise<FoundCandidate[]> {
	const { timeZone } = await siteClock(ctx);
	const days = back ? datesFrom(back.from, back.to).map((date) => midnightOf(date, timeZone)) : [];
	const check = await SwapCheck.read(ctx, [shift.startAt, ...days]);
	const found: FoundCandidate[] = [];
	for (const id of check.agents.keys()) {
		if (id === agentId || (toAgentId !== null && id !== toAgentId)) continue;
		// Of hundreds of people: requests come in between.
		if (found.length % 20 === 19) await setImmediate();
		if (!back) {
			found.push({ agentId: id, rules: check.rules(agentId, shift, id, null), returns: [] });
			continue;
		}
		const own = (check.schedule.get(id) ?? []).filter(({ startAt }) => {
			const date = localFields(startAt, timeZone).day;
			return startAt >= back.earliestMs && date >= back.from && date <= back.to;
		});
		const tried = own.map((one) => ({ one, rules: check.rules(agentId, shift, id, one) }));
		const fit = tried.filter(({ rules }) => rules.length === 0);
		const [nearest] = [...tried].sort((a, b) => a.rules.length - b.rules.length);
		found.push({
			agentId: id,
			rules: fit.length > 0 ? [] : (nearest?.rules ?? [NOTHING_TO_GIVE]),
			returns: fit.map(({ one: { startAt, endAt } }) => ({ startAt, endAt }))
		});
	}
	return found;
}
