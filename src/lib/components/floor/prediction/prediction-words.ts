import type { QueueRow } from '#lib/contracts/live.ts';
import type { PredictionCause } from '#lib/contracts/prediction.ts';
import { displayLocale } from '#lib/format/display-locale.ts';
import { formatCount, formatDuration, formatPercent } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

const LEAVING = {
	break: [m.ahead_cause_break_one, m.ahead_cause_break],
	lunch: [m.ahead_cause_lunch_one, m.ahead_cause_lunch],
	training: [m.ahead_cause_training_one, m.ahead_cause_training],
	meeting: [m.ahead_cause_meeting_one, m.ahead_cause_meeting],
	offline: [m.ahead_cause_offline_one, m.ahead_cause_offline]
} as const;

/** "handling takes 6:10 in place of the usual 4:40". */
export function causeText(cause: PredictionCause): string {
	switch (cause.kind) {
		case 'load': {
			const inputs = {
				perHour: formatCount(cause.perHour),
				carries: formatCount(cause.carriesPerHour),
				agents: formatCount(cause.agents, { digits: Number.isInteger(cause.agents) ? 0 : 1 })
			};
			return cause.perHour > cause.carriesPerHour ? m.ahead_cause_load(inputs) : m.ahead_cause_tight(inputs);
		}
		case 'surge':
			return m.ahead_cause_surge({
				perHour: formatCount(cause.perHour),
				usual: formatCount(cause.usualPerHour)
			});
		case 'leaving': {
			const [one, some] = LEAVING[cause.reason];
			const minutes = formatCount(cause.inMinutes);
			return cause.agents === 1 ? one({ minutes }) : some({ agents: formatCount(cause.agents), minutes });
		}
		case 'backlog':
			return m.ahead_cause_backlog({ waiting: formatCount(cause.waiting) });
		case 'handle-time':
			return m.ahead_cause_handle({
				aht: formatDuration(cause.ahtSeconds),
				usual: formatDuration(cause.usualSeconds)
			});
		case 'nobody':
			return m.ahead_cause_nobody();
	}
}

/** "Will fall below 80% in about 12 min, because …"; null while nothing is foreseen. */
export function outlookSentence({ prediction, target }: QueueRow): string | null {
	if (!prediction) return null;
	const share = formatPercent(target.share);
	const { breach } = prediction;
	if (!breach)
		return prediction.serviceLevel30 ? m.ahead_plain({ sentence: m.ahead_kept({ target: share }) }) : null;
	const inputs = { target: share, minutes: formatCount(breach.inMinutes) };
	const sentence =
		breach.state === 'falling'
			? m.ahead_will_fall(inputs)
			: breach.inMinutes === null
				? m.ahead_will_stay(inputs)
				: m.ahead_will_return(inputs);
	// Of a queue that is coming back by itself, agents who carry what comes are no reason.
	const isReturning = breach.state === 'below' && breach.inMinutes !== null;
	const told = breach.causes.filter(
		(cause) => !(isReturning && cause.kind === 'load' && cause.perHour <= cause.carriesPerHour)
	);
	if (told.length === 0) return m.ahead_plain({ sentence });
	const causes = new Intl.ListFormat(displayLocale(), { type: 'conjunction' }).format(told.map(causeText));
	return isReturning ? m.ahead_behind({ sentence, causes }) : m.ahead_because({ sentence, causes });
}

/** The few words beside the foreseen level: "below in 12 min". */
export function breachWord({ prediction }: QueueRow): string {
	const breach = prediction?.breach;
	if (!breach) return '';
	const minutes = formatCount(breach.inMinutes);
	if (breach.state === 'falling') return m.ahead_falls({ minutes });
	return breach.inMinutes === null ? m.ahead_stays() : m.ahead_back({ minutes });
}
