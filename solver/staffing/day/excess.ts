import type { QueueFigures } from '../queue-figures.ts';
import type { StaffingTargets } from '../staffing-targets.ts';
import type { Excess } from './choice-curve.ts';

type Figures = Omit<QueueFigures, 'status'>;

/**
 * By target, in a fixed order, how far an interval's figure is on the wrong side, times its share of the day's contacts;
 * measured in fractions of the target, so that the targets are of one size. A figure that does not exist is out of reach.
 */
export function excessOf(target: StaffingTargets, figures: Figures, weight: number): Excess {
	const { serviceLevel, maxAsaSeconds, maxAbandonment, maxOccupancy } = target;
	const excess: number[] = [];
	if (serviceLevel) excess.push(weight * (serviceLevel.share - figures.serviceLevel!));
	for (const [most, figure] of [
		[maxAsaSeconds, figures.asaSeconds],
		[maxAbandonment, figures.abandonment],
		[maxOccupancy, figures.occupancy]
	] as const)
		if (most !== undefined) excess.push(weight * ((figure ?? Infinity) / most - 1));
	return excess;
}

/** What excessOf() comes down to with endless agents. */
export const excessLimits = (target: StaffingTargets, weight: number): Excess =>
	excessOf(
		target,
		{ serviceLevel: 1, asaSeconds: 0, probabilityOfWait: 0, abandonment: 0, occupancy: 0 },
		weight
	);
