import type { Actor, Context } from '#lib/server/context.ts';
import { runtime } from '#lib/server/runtime.ts';
import { listStaffing, readPlanSeries, type StaffingHead } from '#lib/server/staffing/index.ts';
import type { PageServerLoad } from './$types.d.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx } = runtime();
	const actor = locals.actor!;
	const plans = await listStaffing(ctx, actor);
	const pick = (name: string): StaffingHead | null =>
		plans.find(({ id }) => id === url.searchParams.get(name)) ?? null;
	const first = pick('a') ?? plans[0] ?? null;
	const second = pick('b') ?? nearest(plans, first);
	return {
		plans: plans.map(({ id, name, fromAt, toAt, timeZone }) => ({ id, name, fromAt, toAt, timeZone })),
		first: first && (await side(ctx, actor, first)),
		second: second && (await side(ctx, actor, second))
	};
};

/** The newest other plan with days in common, else the newest other one. */
function nearest(plans: readonly StaffingHead[], first: StaffingHead | null): StaffingHead | null {
	const others = plans.filter(({ id }) => id !== first?.id);
	const shares = ({ fromAt, toAt }: StaffingHead) => fromAt < first!.toAt && toAt > first!.fromAt;
	return others.find(shares) ?? others[0] ?? null;
}

async function side(ctx: Context, actor: Actor, plan: StaffingHead) {
	const points = await readPlanSeries(ctx, actor, plan, null);
	return {
		id: plan.id,
		name: plan.name,
		timeZone: plan.timeZone,
		intervalSeconds: plan.intervalSeconds,
		probabilityMet: plan.probabilityMet,
		points
	};
}
