import type { PeriodNumbers } from '#lib/contracts/live.ts';
import { serviceLevel } from '#lib/contracts/service-level.ts';
import type { ServiceLevelVariant } from '#lib/contracts/terms.ts';
import type { Tally } from './fold/queue-tally.ts';

const mean = (totalMs: number, count: number): number | null => (count > 0 ? totalMs / 1000 / count : null);

/** The numbers that people read, from the counts. */
export function periodNumbers(tally: Tally, variant: ServiceLevelVariant): PeriodNumbers {
	const {
		offered,
		answered,
		abandoned,
		flowedOut,
		answeredInThreshold,
		abandonedInThreshold,
		shortAbandoned,
		handled
	} = tally;
	return {
		offered,
		answered,
		abandoned,
		flowedOut,
		answeredInThreshold,
		abandonedInThreshold,
		shortAbandoned,
		serviceLevel: serviceLevel(variant, tally),
		asaSeconds: mean(tally.answeredWaitMs, answered),
		averageWaitSeconds: mean(tally.answeredWaitMs + tally.abandonedWaitMs, answered + abandoned),
		abandonment: offered > 0 ? abandoned / offered : null,
		handled,
		ahtSeconds: mean(tally.talkMs + tally.holdMs + tally.wrapMs, handled),
		talkSeconds: mean(tally.talkMs, handled),
		holdSeconds: mean(tally.holdMs, handled),
		wrapSeconds: mean(tally.wrapMs, handled)
	};
}
