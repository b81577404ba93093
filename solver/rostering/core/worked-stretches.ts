import type { ShiftTemplate } from '../problem.ts';

/** Stretches on the queues, [from, to) in minutes of the shift's day, flattened in pairs; none is empty. */
export function workedStretches({
	startMinute,
	lengthMinutes,
	breaks
}: Pick<ShiftTemplate, 'startMinute' | 'lengthMinutes' | 'breaks'>): number[] {
	const edges = [startMinute];
	// A break that begins where the last edge is (at the start, or after another) leaves no stretch before it.
	const edge = (minute: number) => (edges.at(-1) === minute ? edges.pop() : edges.push(minute));
	for (const { offsetMinute, lengthMinutes: minutes } of breaks) {
		edge(startMinute + offsetMinute);
		edge(startMinute + offsetMinute + minutes);
	}
	edge(startMinute + lengthMinutes);
	return edges;
}
