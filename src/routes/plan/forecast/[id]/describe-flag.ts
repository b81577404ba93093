import { formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** A special day with its effect: "Christmas Day, −62%". */
export function describeFlag(flag: { name: string; isClosed: boolean; factor: number | null }): string {
	if (flag.isClosed) return m.forecast_flag_closed({ name: flag.name });
	if (flag.factor === null) return flag.name;
	return `${flag.name}, ${formatPercent(flag.factor - 1, { signed: true })}`;
}
