import { InvalidInputError } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { findForecast, readForecastIntervals } from '../forecasts/index.ts';
import { openTimeZone } from '../history/index.ts';
import { listQueues } from '../queues/index.ts';
import { botFactor } from './bot-factor.ts';
import { currentBacklog } from './current-backlog.ts';
import { isOpen } from './is-open.ts';
import { localInstants } from './local-instants.ts';
import { observedBots } from './observed-bots.ts';
import { openingHoursOf } from './opening-hours-of.ts';
import { placeBlocks } from './place-blocks.ts';
import { skillGroups, type StaffingGroup } from './skill-groups.ts';
import type { StaffingRequest } from './staffing-input.ts';
import type { QueueWork, StaffingWork } from './staffing-work.ts';
import { termsOfQueue } from './terms-of-queue.ts';

/** Everything that a plan is computed from, read once; what can't be planned is refused here. */
export async function gatherWork(ctx: Context, actor: Actor, wanted: StaffingRequest): Promise<StaffingWork> {
	const all: Actor = { ...actor, rights: ['*'] };
	const forecast = await findForecast(ctx, all, wanted.forecastId);
	if (!forecast)
		throw new InvalidInputError(`Computing staffing: there is no forecast "${wanted.forecastId}".`);
	const [rows, allQueues, hours, bots, agents] = await Promise.all([
		readForecastIntervals(ctx, all, forecast.id),
		listQueues(ctx),
		openingHoursOf(ctx),
		observedBots(ctx),
		listAgents(ctx)
	]);
	const { intervalSeconds } = forecast;
	const ofQueue = Map.groupBy(rows, ({ queueId }) => queueId);
	for (const queueId of Object.keys(wanted.terms))
		if (!ofQueue.has(queueId))
			throw new InvalidInputError(
				`Computing staffing: there are terms for queue "${queueId}", which the forecast "${forecast.name}" does not hold.`
			);
	const queues = allQueues.filter(({ id }) => ofQueue.has(id));
	if (queues.length === 0)
		throw new InvalidInputError(`Computing staffing: the forecast "${forecast.name}" holds no intervals.`);
	const local = localInstants(
		rows.map(({ startAt }) => startAt),
		openTimeZone(forecast.timeZone)!
	);
	const letters = queues.filter(
		(queue) => termsOfQueue(queue, wanted, intervalSeconds, null).target === 'deadline'
	);
	// Only a plan that begins now knows what lies on the desks.
	const startsNow = local.instants[0]! - ctx.now() < 86_400_000 && local.instants.at(-1)! > ctx.now();
	const waiting = startsNow
		? await currentBacklog(
				ctx,
				letters.map(({ id }) => id),
				local.instants[0]!
			)
		: new Map<string, number[]>();

	const planned = queues.map((queue): QueueWork => {
		const terms = termsOfQueue(queue, wanted, intervalSeconds, bots.get(queue.id) ?? null);
		const typed = wanted.terms[queue.id]?.backlogContacts;
		const arrived = typed === undefined && terms.target === 'deadline' ? (waiting.get(queue.id) ?? []) : [];
		const backlog =
			typed === undefined
				? dueByHour(arrived, terms.thresholdSeconds, local.instants[0]!)
				: [{ contacts: typed, dueInSeconds: terms.thresholdSeconds }];
		terms.backlogContacts = backlog.reduce((sum, { contacts }) => sum + contacts, 0);
		const factor = botFactor(terms.bots);
		const at = new Map(ofQueue.get(queue.id)!.map((row) => [row.startAt, row]));
		const series = local.instants.map((instant) => at.get(instant));
		const offered = series.map((row) => (row?.offered ?? 0) * factor);
		terms.offered = offered.reduce((sum, count) => sum + count, 0);
		return {
			id: queue.id,
			name: queue.name,
			terms,
			priority: queue.priority,
			isPlanned: series.map((row) => row !== undefined),
			offered,
			p10: series.map((row) => (row?.p10 ?? 0) * factor),
			p90: series.map((row) => (row?.p90 ?? 0) * factor),
			ahtSeconds: series.map((row) => terms.ahtSeconds ?? (row?.ahtSeconds || terms.defaultAhtSeconds)),
			isOpen: series.map(
				(row, i) =>
					row !== undefined && isOpen(hours.get(queue.id) ?? [], local.weekdays[i]!, local.minutes[i]!)
			),
			backlog
		};
	});
	return {
		intervalSeconds,
		...local,
		queues: planned,
		terms: {
			scope: wanted.scope,
			shrinkage: wanted.shrinkage,
			outbound: wanted.outbound,
			skipped: placeBlocks(wanted.outbound, planned, local, intervalSeconds),
			seed: wanted.seed,
			request: wanted
		},
		groups: groupsOf(wanted, agents, queues),
		replications: wanted.replications
	};
}

function groupsOf(
	wanted: StaffingRequest,
	agents: Awaited<ReturnType<typeof listAgents>>,
	queues: { id: string; name: string; skillId: string | null; priority: number }[]
): StaffingGroup[] | null {
	if (wanted.pool === false) return null;
	const groups = skillGroups(agents, queues);
	const alone = queues.find(({ id }) => !groups.some(({ queueIds }) => queueIds.includes(id)));
	if (!alone) return groups;
	if (wanted.pool === undefined) return null;
	throw new InvalidInputError(
		`Computing staffing: people can't be shared between queues, for none of the ${agents.length} agents can take "${alone.name}"; give agents its skill, or plan queue by queue.`
	);
}

/** Letters that are due in the same hour are one entry: thousands may wait. */
function dueByHour(
	arrivedAt: readonly number[],
	deadlineSeconds: number,
	startAt: number
): { contacts: number; dueInSeconds: number }[] {
	const hours = new Map<number, number>();
	for (const at of arrivedAt) {
		const due = Math.floor(((at - startAt) / 1000 + deadlineSeconds) / 3_600) * 3_600;
		hours.set(due, (hours.get(due) ?? 0) + 1);
	}
	return [...hours].map(([dueInSeconds, contacts]) => ({ contacts, dueInSeconds }));
}
