import type { FloorClock } from '#lib/contracts/live.ts';

type Moment = Pick<FloorClock, 'wallMs' | 'offsetMs'>;

/** How many times faster than life a replay runs, from two readings of its clock; null until they are far enough apart. */
export function replaySpeed(from: Moment, to: Moment): number | null {
	const wall = to.wallMs - from.wallMs;
	const told = to.wallMs + to.offsetMs - (from.wallMs + from.offsetMs);
	if (wall < 3_000 || told <= 0) return null;
	const speed = told / wall;
	return speed < 2 ? Math.round(speed * 10) / 10 : Math.round(speed);
}
