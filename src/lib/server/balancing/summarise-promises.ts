import type { PromiseRow, PromiseSummary } from '#lib/contracts/balance.ts';

/** How good promises were: of those that can be judged the part within the band, and how far what came was off. */
export function summarisePromises(rows: readonly PromiseRow[]): PromiseSummary {
	const of = (outcome: PromiseRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
	const judged = rows.filter(({ outcome }) => outcome !== 'open' && outcome !== 'untold');
	const within = of('within');
	return {
		promises: rows.length,
		open: of('open'),
		untold: of('untold'),
		judged: judged.length,
		within,
		withinShare: judged.length > 0 ? within / judged.length : null,
		bias:
			judged.length > 0
				? judged.reduce((sum, { measured, after }) => sum + measured! - after!, 0) / judged.length
				: null
	};
}
