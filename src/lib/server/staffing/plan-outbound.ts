import { outboundPlan, type OutboundBlock as DayBlock } from '#solver/staffing/index.ts';
import type { OutboundBlock } from './outbound-block.ts';
import { runsIn } from './place-blocks.ts';
import type { QueueWork, StaffingWork } from './staffing-work.ts';

/**
 * Agents for the outbound calls that a queue's people make, by interval and not rounded.
 *
 * @param inbound agents that the queue needs for what comes in: `quiet` blocks go where that is low
 */
export function planOutbound(queue: QueueWork, work: StaffingWork, inbound: readonly number[]): number[] {
	const agents = inbound.map(() => 0);
	for (const placement of ['even', 'quiet'] as const) {
		const blocks = work.terms.outbound
			.filter((block) => block.queueId === queue.id && block.placement === placement)
			.flatMap((block) => occurrences(block, queue, work));
		if (blocks.length === 0) continue;
		const plan = outboundPlan({
			blocks,
			intervalCount: inbound.length,
			intervalSeconds: work.intervalSeconds,
			placement: placement === 'even' ? 'even' : 'valleys',
			inboundAgents: inbound.map((count, i) => count + agents[i]!),
			...(queue.terms.maxOccupancy !== null && { maxOccupancy: queue.terms.maxOccupancy })
		});
		if (plan.status === 'infeasible') throw new Error(`Computing staffing: ${plan.explanation}`);
		plan.agents.forEach((count, i) => (agents[i]! += count));
	}
	return agents;
}

/** A block on each day on which it finds an open interval. */
function occurrences(block: OutboundBlock, queue: QueueWork, work: StaffingWork): DayBlock[] {
	const { weekdays, minutes, days, intervalSeconds } = work;
	const open = days.map(
		(_, i) =>
			block.weekdays.includes(weekdays[i]!) && queue.isOpen[i]! && runsIn(block, minutes[i]!, intervalSeconds)
	);
	const spans = new Map<number, { from: number; to: number }>();
	open.forEach((runs, i) => {
		if (!runs) return;
		const span = spans.get(days[i]!);
		if (span) span.to = i + 1;
		else spans.set(days[i]!, { from: i, to: i + 1 });
	});
	return [...spans.values()].map((span) => ({
		contacts: block.contactsPerDay,
		ahtSeconds: block.ahtSeconds,
		...span,
		open
	}));
}
