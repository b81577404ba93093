import { formatDuration, formatPercent, formatWeekday } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Check, CheckedQueue } from './check-types.ts';
import { probabilityText } from './probability-text.ts';
import { worstWeekday } from './worst-weekday.ts';

const weekdayName = (weekday: number): string => formatWeekday(weekday || 7, { style: 'long' });

const targetText = ({ share, thresholdSeconds }: CheckedQueue): string =>
	m.staffing_target_in({ share: formatPercent(share), time: formatDuration(thresholdSeconds) });

/** What a check found of one queue, in a sentence. Null where nothing was simulated. */
export function queueSentence(queue: CheckedQueue, subject: string): string | null {
	if (!queue.probabilityMet || !queue.worst) return null;
	return m.staffing_check_queue({
		subject,
		target: targetText(queue),
		probability: probabilityText(queue.probabilityMet.value),
		weekday: weekdayName(queue.worst.weekday),
		level: formatPercent(queue.worst.serviceLevel)
	});
}

/** What a check found of the whole, in one or two sentences. */
export function wholeSentence(check: Check, of: 'plan' | 'roster'): string {
	const subject = of === 'plan' ? m.staffing_check_this_plan() : m.staffing_check_this_roster();
	const only = check.queues.length === 1 ? queueSentence(check.queues[0]!, subject) : null;
	if (only) return only;
	const worst = worstWeekday(check.overall.days);
	if (!check.overall.probabilityMet || !worst) return m.staffing_check_nothing();
	return m.staffing_check_whole({
		subject,
		count: check.queues.length,
		probability: probabilityText(check.overall.probabilityMet.value),
		weekday: weekdayName(worst.weekday),
		level: formatPercent(worst.serviceLevel)
	});
}

/** How sure a few hundred runs make of it. */
export function certaintyText(check: Check): string {
	const { probabilityMet } = check.overall;
	if (!probabilityMet) return '';
	return m.staffing_check_certainty({
		runs: check.replications,
		low: probabilityText(probabilityMet.low),
		high: probabilityText(probabilityMet.high)
	});
}
