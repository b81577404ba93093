import type { ArrivalPlan } from '../simulation/contact-stream.ts';
import type { PoolModel } from '../simulation/pool-model.ts';
import type { Staff } from '../simulation/pool-simulator.ts';

/**
 * The plan with one agent more, or fewer, in a group whenever it is at work; for a group that never is, one more whenever
 * its queues expect contacts, and null for one fewer.
 */
export function staffWithOne(
	staff: Staff,
	plan: ArrivalPlan,
	model: PoolModel,
	group: number,
	by: 1 | -1
): Staff | null {
	const changed = staff.slice();
	const { intervals } = plan;
	const from = group * intervals;
	const works = staff.subarray(from, from + intervals).some((agents) => agents > 0);
	if (!works && by < 0) return null;
	for (let i = 0; i < intervals; i++) {
		const due = works
			? staff[from + i]! > 0
			: model.queuesOfGroup[group]!.some((q) => plan.volumes[i * model.queueCount + q]! > 0);
		if (due) changed[from + i]! += by;
	}
	return changed;
}
