import { InvalidInputError } from '../access/index.ts';
import type { LocalInstants } from './local-instants.ts';
import type { OutboundBlock } from './outbound-block.ts';
import type { PlanTerms } from './queue-terms.ts';
import type { QueueWork } from './staffing-work.ts';

/**
 * Looks where outbound blocks can run: refuses one that finds no open interval in the whole plan, and answers the
 * days that are closed to the others.
 */
export function placeBlocks(
	blocks: readonly OutboundBlock[],
	queues: readonly QueueWork[],
	local: LocalInstants,
	intervalSeconds: number
): PlanTerms['skipped'] {
	const skipped: PlanTerms['skipped'] = [];
	for (const block of blocks) {
		const queue = queues.find(({ id }) => id === block.queueId);
		if (!queue)
			throw new InvalidInputError(
				`Computing staffing: the outbound block "${block.name}" is for queue "${block.queueId}", which the forecast does not hold.`
			);
		const closed = new Set<number>();
		const open = new Set<number>();
		local.instants.forEach((_, i) => {
			if (!block.weekdays.includes(local.weekdays[i]!)) return;
			const runs = runsIn(block, local.minutes[i]!, intervalSeconds) && queue.isOpen[i]!;
			(runs ? open : closed).add(local.days[i]!);
		});
		if (open.size === 0)
			throw new InvalidInputError(
				`Computing staffing: the outbound block "${block.name}" asks for weekdays "${block.weekdays.join(', ')}" (0 = Sunday) from ${clock(block.fromMinute)} to ${clock(block.toMinute)}, when "${queue.name}" is closed or the forecast ends before; choose days and hours in which it is open.`
			);
		const dates = [...closed]
			.filter((day) => !open.has(day))
			.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
		if (dates.length > 0) skipped.push({ block: block.name, dates });
	}
	return skipped;
}

/** Whether a block's hours hold an interval's beginning, or begin inside it. */
export const runsIn = (
	block: Pick<OutboundBlock, 'fromMinute' | 'toMinute'>,
	minute: number,
	intervalSeconds: number
): boolean => minute < block.toMinute && minute + intervalSeconds / 60 > block.fromMinute;

const clock = (minute: number): string =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
