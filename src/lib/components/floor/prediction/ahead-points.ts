import type { SeriesPoint } from '#lib/components/charts/series.ts';
import type { QueueHour } from '#lib/contracts/prediction.ts';

/** One figure of the next hour as a chart draws it: the middle with its band; unknown leaves a gap. */
export const aheadPoints = (
	{ moments }: QueueHour,
	figure: 'serviceLevel' | 'waiting' | 'abandonment'
): SeriesPoint[] =>
	moments.map((moment) => {
		const foreseen = moment[figure];
		return {
			at: moment.at,
			value: foreseen?.[0] ?? null,
			low: foreseen?.[1] ?? null,
			high: foreseen?.[2] ?? null
		};
	});
