import type { CapacityScenarioInput } from '#lib/contracts/capacity.ts';
import type { QueueRecord } from '../queues/index.ts';
import { isDeferred } from './is-deferred.ts';
import type { MeasuredBots } from './measure-bots.ts';
import type { MeasuredPeople } from './measure-people.ts';
import type { MeasuredQueue } from './measure-queues.ts';
import { ASSUMED_COST, ASSUMED_PEOPLE, ASSUMED_SERVICE, NO_CHANGES } from './assumptions.ts';

/**
 * A scenario in which nothing changes: what was measured, and where nothing was, what is commonly assumed. `measured`
 * says which is which.
 *
 * @param queues of those with a history; all that are measured
 * @param pools number of the people that a queue shares with others
 */
export function defaultScenario(
	measured: readonly MeasuredQueue[],
	queues: ReadonlyMap<string, QueueRecord>,
	people: MeasuredPeople,
	bots: ReadonlyMap<string, MeasuredBots>,
	pools: ReadonlyMap<string, number>,
	span: { firstMonth: string; monthCount: number; now: number }
): CapacityScenarioInput {
	const families = measured.map(({ queueId, offeredByMonth, ahtSeconds, profile }) => {
		const queue = queues.get(queueId)!;
		const met = bots.get(queue.channel) ?? { share: 0, containment: 0 };
		// A bot that resolves everything leaves no measure of what came.
		const left = Math.max(0.05, 1 - met.share * met.containment);
		return {
			id: queueId,
			name: queue.name,
			contactsByMonth: offeredByMonth.map((offered) => Math.round(offered / left)),
			ahtSeconds: ahtSeconds ?? ASSUMED_SERVICE.ahtSeconds[queue.channel],
			bots: { share: round(met.share), containment: round(met.containment) },
			serviceLevel: {
				share: queue.serviceLevelShare,
				thresholdSeconds: queue.serviceLevelThresholdSeconds
			},
			patienceSeconds: queue.patienceSeconds,
			concurrency: queue.concurrency,
			minimumAgents: ASSUMED_SERVICE.minimumAgents,
			isDeferred: isDeferred(queue),
			pool: pools.get(queueId) ?? null,
			profile: { ...profile, shares: profile.shares.map((row) => [...(row as number[])]) }
		};
	});
	return {
		firstMonth: span.firstMonth,
		monthCount: span.monthCount,
		families,
		changes: NO_CHANGES,
		maxOccupancy: ASSUMED_SERVICE.maxOccupancy,
		people: {
			...ASSUMED_PEOPLE,
			heads: people.heads,
			fullTimeHoursPerWeek: people.fullTimeHoursPerWeek ?? ASSUMED_PEOPLE.fullTimeHoursPerWeek,
			partTime: {
				share: round(people.partTimeShare ?? 0),
				hoursPerWeek: people.partTimeHoursPerWeek ?? (people.fullTimeHoursPerWeek ?? 40) / 2
			}
		},
		cost: ASSUMED_COST,
		currency: 'EUR',
		largestClass: ASSUMED_SERVICE.largestClass,
		measured: {
			at: span.now,
			from: measured.map(({ from }) => from).sort()[0] ?? null,
			to: measured.map(({ to }) => to).sort().at(-1) ?? null, // prettier-ignore
			heads: people.heads,
			fullTimeHoursPerWeek: people.fullTimeHoursPerWeek,
			partTimeShare: people.partTimeShare,
			families: Object.fromEntries(
				measured.map(({ queueId, offeredByMonth, ahtSeconds }) => {
					const met = bots.get(queues.get(queueId)!.channel);
					const sum = offeredByMonth.reduce((total, offered) => total + offered, 0);
					return [
						queueId,
						{
							offeredPerMonth: Math.round(sum / offeredByMonth.length),
							ahtSeconds,
							botShare: met ? round(met.share) : null,
							containment: met && met.share > 0 ? round(met.containment) : null,
							basis: 'forecast' as const
						}
					];
				})
			)
		}
	};
}

const round = (share: number) => Math.round(share * 1000) / 1000;
