import { listAgents } from '../agents/index.ts';
import type { Context } from '../context.ts';

export interface MeasuredPeople {
	heads: number;
	/** Hours of the commonest contract; null when no agent has one. */
	fullTimeHoursPerWeek: number | null;
	/** Share of those with a contract whose hours are fewer, and their mean hours. */
	partTimeShare: number | null;
	partTimeHoursPerWeek: number | null;
}

/** How many people there are, and for how many hours. */
export async function measurePeople(ctx: Context): Promise<MeasuredPeople> {
	const people = await listAgents(ctx);
	const hours = people.flatMap(({ contract }) => (contract ? [contract.maxHoursPerWeek] : []));
	if (hours.length === 0)
		return {
			heads: people.length,
			fullTimeHoursPerWeek: null,
			partTimeShare: null,
			partTimeHoursPerWeek: null
		};
	const counts = [...Map.groupBy(hours, (value) => value)];
	const [full] = counts.reduce((best, one) => (one[1].length > best[1].length ? one : best));
	const fewer = hours.filter((value) => value < full);
	return {
		heads: people.length,
		fullTimeHoursPerWeek: full,
		partTimeShare: fewer.length / hours.length,
		partTimeHoursPerWeek:
			fewer.length > 0 ? fewer.reduce((sum, value) => sum + value, 0) / fewer.length : null
	};
}
