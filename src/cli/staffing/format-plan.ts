import type { PlannedQueue } from './staff-plan.ts';

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const rounded = (value: number | null, digits: number) =>
	value === null ? '' : String(Number(value.toFixed(digits)));

export const planCsv = (queues: readonly PlannedQueue[]): string =>
	[
		'interval_start,queue,offered,agents,agents_with_shrinkage,service_level,asa_seconds,abandonment,occupancy',
		...queues.flatMap(({ queue, intervals }) =>
			intervals.map((row) =>
				[
					row.intervalStart,
					quote(queue),
					row.offered,
					row.agents,
					row.agentsWithShrinkage,
					rounded(row.serviceLevel, 6),
					rounded(row.asaSeconds, 3),
					rounded(row.abandonment, 6),
					rounded(row.occupancy, 6)
				].join(',')
			)
		),
		''
	].join('\n');

/** What to say beside the table: hours, how sure they are the fewest, and who is left alone. */
export function describePlan({ queue, agentHours, paidHours, days, intervals }: PlannedQueue): string[] {
	const lines = [`${queue}: ${agentHours.toFixed(2)} agent-hours, ${paidHours.toFixed(2)} paid`];
	const open = days.filter(({ status }) => status === 'feasible');
	if (open.length > 0) {
		const gap = open.reduce((sum, day) => sum + day.paidHours - day.lowerBoundPaidHours!, 0);
		lines[0] += `; of ${open.length} days not proven to be the fewest, at most ${gap.toFixed(2)} hours too many`;
	}
	const alone = intervals.filter(({ agents, offered }) => agents === 0 && offered > 0).length;
	if (alone > 0)
		lines.push(
			`${queue}: ${alone} intervals with contacts have nobody, because the day holds without: --minimum 1 or --floor-service-level 50/60s keeps them staffed`
		);
	return lines;
}
