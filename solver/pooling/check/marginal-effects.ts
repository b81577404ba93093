import type { AgentEffect, MarginalEffect } from '../plan-check.ts';
import { effectOf, shareEffect } from './effects.ts';
import { PlanOutcomes } from './plan-outcomes.ts';

/** Outcomes of the plan with one agent more and with one fewer in each group, on the same contacts. */
export interface MarginalRuns {
	base: PlanOutcomes;
	/** Null where the group is never at work. */
	groups: { oneMore: PlanOutcomes; oneFewer: PlanOutcomes | null }[];
}

/** What the agent changes, replication by replication (common random numbers make the differences sharp). */
export function marginalEffects(
	runs: MarginalRuns,
	groups: readonly { id: string }[],
	queues: readonly { id: string; serviceLevel: { share: number } }[]
): MarginalEffect[] {
	const shares = queues.map(({ serviceLevel }) => serviceLevel.share);
	const all = () => true;
	const effect = (after: PlanOutcomes): AgentEffect => {
		const difference = (
			part: 'inThreshold' | 'abandoned',
			whole: 'settled' | 'offered',
			takes: (queue: number) => boolean
		) => {
			const ratios = [runs.base, after].map((outcomes) => {
				const wholes = outcomes.sum(whole, takes);
				return Array.from(outcomes.sum(part, takes).subarray(0, after.count), (count, r) =>
					wholes[r]! > 0 ? count / wholes[r]! : null
				);
			});
			return effectOf(
				ratios[1]!.map((ratio, r) =>
					ratio === null || ratios[0]![r] === null ? null : ratio - ratios[0]![r]!
				)
			);
		};
		const metAfter = after.met(shares, all);
		const metBefore = runs.base.met(shares, all);
		const counted = metAfter.map((_, r) => r).filter((r) => metAfter[r] !== null && metBefore[r] !== null);
		return {
			serviceLevel: difference('inThreshold', 'settled', all),
			abandonment: difference('abandoned', 'offered', all),
			probabilityMet: shareEffect(
				counted.map((r) => metBefore[r]!),
				counted.map((r) => metAfter[r]!)
			),
			queues: queues.map(({ id }, q) => ({
				id,
				serviceLevel: difference('inThreshold', 'settled', (queue) => queue === q)
			}))
		};
	};
	return runs.groups.map(({ oneMore, oneFewer }, g) => ({
		id: groups[g]!.id,
		oneMore: effect(oneMore),
		oneFewer: oneFewer && effect(oneFewer)
	}));
}
