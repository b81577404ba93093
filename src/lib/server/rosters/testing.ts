import type { Context } from '../context.ts';
import {
	forecasts,
	rosters,
	shifts,
	staffingIntervals,
	staffingPlans,
	type ShiftPart
} from '../db/schema/index.ts';
import type { JobRequest, JobStarter } from '../jobs/index.ts';

const made = { createdBy: 'x', createdAt: 0 };

/** A plan `p` on a forecast `f` that requires so many agents in each interval of a queue from `startAt` on. */
export async function insertPlan(
	{ db: { orm } }: Context,
	span: { fromAt: number; toAt: number },
	needs: {
		queueId: string;
		startAt: number;
		intervalSeconds: number;
		agents: readonly number[];
		agentsWithShrinkage: number;
	}
): Promise<void> {
	const { queueId, startAt, intervalSeconds, agents, agentsWithShrinkage } = needs;
	await orm
		.insert(forecasts)
		.values({ id: 'f', name: 'F', intervalSeconds, detail: {}, timeZone: 'UTC', ...span, ...made });
	await orm.insert(staffingPlans).values({
		id: 'p',
		name: 'P',
		forecastId: 'f',
		intervalSeconds,
		parameters: { [queueId]: { shrinkage: 0 } },
		...made
	});
	await orm.insert(staffingIntervals).values(
		agents.map((count, i) => ({
			planId: 'p',
			queueId,
			startAt: startAt + i * intervalSeconds * 1000,
			agents: count,
			agentsWithShrinkage
		}))
	);
}

/** A published roster in which each of some agents has the same shift, with breaks of their own. */
export async function publishRoster(
	{ db: { orm } }: Pick<Context, 'db'>,
	head: {
		id?: string;
		name?: string;
		fromAt: number;
		toAt: number;
		timeZone?: string;
		planId?: string | null;
	},
	agents: readonly string[],
	shift: { startAt: number; endAt: number; breaksOf?: (agent: string) => ShiftPart[] }
): Promise<void> {
	const { id = 'r' } = head;
	await orm.insert(rosters).values({
		...{ name: 'R', timeZone: 'UTC', ...head, id },
		...{ status: 'published' as const, problem: {}, result: {} },
		...made
	});
	if (agents.length === 0) return;
	const { startAt, endAt, breaksOf = () => [] } = shift;
	await orm.insert(shifts).values(
		agents.map((agentId) => ({
			...{ id: agentId, rosterId: id, agentId, templateId: 't' },
			...{ startAt, endAt, breaks: breaksOf(agentId) }
		}))
	);
}

/** Starts nothing, and keeps what it was asked to. */
export class AskedJobs implements JobStarter {
	asked: JobRequest | null = null;

	start(_: unknown, request: JobRequest) {
		this.asked = request;
		return Promise.resolve({
			...{ id: 'job', kind: 'roster' as const, state: 'queued' as const, progress: 0 },
			...{ message: null, result: null, error: null }
		});
	}
}
