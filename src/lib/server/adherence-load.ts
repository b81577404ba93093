import type { AdherenceNow } from './adherence/index.ts';
import { floorMoment, readAdherenceNow } from './adherence/index.ts';
import { listAgents } from './agents/index.ts';
import { readStanding } from './commands/index.ts';
import type { Actor } from './context.ts';
import { runtime } from './runtime.ts';

/** Who departs from the schedule now, ranked by what is foreseen of the queues that each of them serves. */
export async function adherenceNow(actor: Actor): Promise<AdherenceNow> {
	const { ctx, centre } = runtime();
	// What was acknowledged before this request is in the answer.
	await centre.project();
	const wallMs = ctx.now();
	const rows = centre.feed.queueRows(wallMs);
	const [agents, { queuesOf }] = await Promise.all([listAgents(ctx), readStanding(ctx)]);
	const asked = centre.state.config.queues;
	const bySkill = (skills: { skillId: string; proficiency: number }[]) =>
		asked
			.filter(({ skillId }) => skills.some((one) => one.skillId === skillId && one.proficiency > 0))
			.map(({ id }) => id);
	return readAdherenceNow(ctx, actor, floorMoment(centre.state, wallMs), {
		queues: rows.map(({ id, name, prediction, lastHalfHour, today }) => ({
			id,
			name,
			lost30: prediction?.lost30 ?? null,
			ahtSeconds: lastHalfHour.ahtSeconds ?? today.ahtSeconds
		})),
		served: new Map(agents.map(({ id, skills }) => [id, queuesOf[id] ?? bySkill(skills)]))
	});
}
