/** Service level that one agent more brings where there are √load standard deviations of one: about the density's top. */
const LEVEL_PER_DEVIATION = 0.4;

/** About how many agents a queue or pool with this load lacks when its service level is `missing` below target. */
export function agentsShort(missing: number, load: number): number {
	return (missing * Math.sqrt(load + 0.3)) / LEVEL_PER_DEVIATION;
}

/** About what one agent more adds to the service level of a queue or pool with this load. */
export function levelPerAgent(load: number): number {
	return LEVEL_PER_DEVIATION / Math.sqrt(load + 0.3);
}
