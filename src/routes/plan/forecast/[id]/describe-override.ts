import { intervalName } from '#lib/components/plan/interval-name.ts';
import { formatCount, formatDuration, formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

interface Change {
	measure: 'offered' | 'aht';
	operation: 'factor' | 'total' | 'value';
	amount: number;
}

const HOUR_SECONDS = 3600;

/** What a change by hand does: "+20%", "1,200 contacts in all", "15 contacts per 30 min", "AHT 4:30". */
export function describeOverride({ measure, operation, amount }: Change, intervalSeconds: number): string {
	const share = () =>
		formatPercent(amount - 1, { signed: true, digits: Number.isInteger(amount * 100) ? 0 : 1 });
	if (measure === 'aht')
		return operation === 'factor'
			? m.forecast_override_aht_factor({ share: share() })
			: m.forecast_override_aht_value({ aht: formatDuration(amount) });
	if (operation === 'factor') return m.forecast_override_factor({ share: share() });
	if (operation === 'total') return m.forecast_override_total({ count: formatCount(amount) });
	// A forecast by day is not changed by the hour; it is said as it was given.
	const shown = intervalSeconds > HOUR_SECONDS ? HOUR_SECONDS : intervalSeconds;
	const count = (amount * shown) / HOUR_SECONDS;
	return m.forecast_override_value({
		count: formatCount(count, { digits: Number.isInteger(count) ? 0 : 1 }),
		interval: intervalName(shown)
	});
}
