import type { Moment } from '#lib/contracts/feed.ts';
import { m } from '#lib/paraglide/messages.js';
import { cueName } from './cue-name.ts';
import { formatCount } from './format-count.ts';
import { formatDuration } from './format-duration.ts';
import { formatPercent } from './format-percent.ts';

const NAMES: Record<string, () => string> = {
	aht: m.coachfeed_metric_aht,
	acw: m.coachfeed_metric_acw,
	hold: m.coachfeed_metric_hold,
	transfer: m.coachfeed_metric_transfer,
	fcr: m.coachfeed_metric_fcr,
	recontact: m.coachfeed_metric_recontact,
	csat: m.coachfeed_metric_csat,
	mood: m.coachfeed_metric_mood,
	escalation: m.coachfeed_metric_escalation,
	adherence: m.coachfeed_metric_adherence,
	quality: m.coachfeed_metric_quality
};
const FORMS: Record<string, () => string> = {
	reading: m.coachfeed_form_reading,
	practice: m.coachfeed_form_practice,
	'role-play': m.coachfeed_form_role_play,
	listening: m.coachfeed_form_listening,
	'side-by-side': m.coachfeed_form_side_by_side
};
/** Moods are −1…1 inside and read on −5…+5. */
const MOOD_STEPS = 5;

export const FEED_METRICS: readonly string[] = Object.keys(NAMES);

export const feedMetricName = (metric: string): string => NAMES[metric]?.() ?? metric;
export const feedFormName = (form: string): string => FORMS[form]?.() ?? form;

/** A metric's figure as people read it: time, mood, or a share. */
export function feedFigure(metric: string, value: number | null | undefined): string {
	if (metric === 'aht' || metric === 'acw') return formatDuration(value);
	if (metric === 'mood')
		return formatCount(value === null || value === undefined ? value : value * MOOD_STEPS, {
			digits: 1,
			signed: true
		});
	return formatPercent(value, { digits: metric === 'adherence' || metric === 'quality' ? 1 : 0 });
}

/** What one contact was in a metric: logarithms of seconds, or yes and no. */
export function feedContactFigure(metric: string, value: number): string {
	if (metric === 'aht' || metric === 'acw') return formatDuration(Math.exp(value));
	if (metric === 'mood' || metric === 'quality') return feedFigure(metric, value);
	return value > 0 ? m.coachfeed_yes() : m.coachfeed_no();
}

/** What a moment is, as a heading. */
export function momentTitle({ kind, seconds, moodChange, cue }: Moment): string {
	switch (kind) {
		case 'hold':
			return m.coachfeed_moment_hold({ seconds: formatDuration(seconds) });
		case 'silence':
			return m.coachfeed_moment_silence({ seconds: formatDuration(seconds) });
		case 'mood-drop':
			return m.coachfeed_moment_mood_drop({
				change: formatCount(Math.abs((moodChange ?? 0) * MOOD_STEPS), { digits: 1 })
			});
		case 'cue':
			return m.coachfeed_moment_cue({ cue: cue === null ? m.common_unknown() : cueName(cue) });
		case 'repeat':
			return m.coachfeed_moment_repeat();
		case 'handed-on':
			return m.coachfeed_moment_handed_on();
		case 'opening':
			return m.coachfeed_moment_opening();
		case 'ending':
			return m.coachfeed_moment_ending();
	}
}
