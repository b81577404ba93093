/** A loss curve between its whole numbers of agents: straight from one to the next, level beyond the end. */
export function lossAt(loss: readonly number[], staff: number): number {
	const last = loss.length - 1;
	if (staff >= last) return loss[last]!;
	const n = Math.max(0, Math.floor(staff));
	return loss[n]! + (Math.max(0, staff) - n) * (loss[n + 1]! - loss[n]!);
}
