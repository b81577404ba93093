import { ALERT_METRICS, type AlertMetric } from '#lib/contracts/alerts.ts';
import { m } from '#lib/paraglide/messages.js';

/** The unit in which a person writes a threshold. */
export const unitName = (metric: AlertMetric): string =>
	({
		share: m.alert_unit_share,
		seconds: m.alert_unit_seconds,
		contacts: m.alert_unit_contacts,
		agents: m.alert_unit_agents,
		score: m.alert_unit_score,
		mood: m.alert_unit_mood
	})[ALERT_METRICS[metric].unit]();
