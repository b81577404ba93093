import { m } from '#lib/paraglide/messages.js';

/** The length of an interval as planners say it: "30 min", "1 h", "1 day". */
export function intervalName(seconds: number): string {
	if (seconds === 86_400) return m.plan_interval_day();
	return seconds % 3600 === 0
		? m.plan_interval_hours({ count: seconds / 3600 })
		: m.plan_interval_minutes({ count: seconds / 60 });
}
