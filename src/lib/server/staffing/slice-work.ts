import type { StaffingWork } from './staffing-work.ts';

/** The part of a plan's work that lies between two instants. */
export function sliceWork(work: StaffingWork, fromAt: number, toAt: number): StaffingWork {
	const kept = work.instants.flatMap((at, i) => (at >= fromAt && at < toAt ? [i] : []));
	const pick = <T>(series: readonly T[]): T[] => kept.map((i) => series[i]!);
	return {
		...work,
		instants: pick(work.instants),
		days: pick(work.days),
		weekdays: pick(work.weekdays),
		minutes: pick(work.minutes),
		queues: work.queues.map((queue) => ({
			...queue,
			isPlanned: pick(queue.isPlanned),
			offered: pick(queue.offered),
			p10: pick(queue.p10),
			p90: pick(queue.p90),
			ahtSeconds: pick(queue.ahtSeconds),
			isOpen: pick(queue.isOpen)
		}))
	};
}
