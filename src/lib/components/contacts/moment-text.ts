import type { IconName } from '#lib/components/shared/icons.ts';
import type { ContactMoment } from '#lib/contracts/contact.ts';
import { formatCount } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** What happened, in words; a type of event that is not known stands by its own name. */
export function momentText(moment: ContactMoment): string {
	const queue = moment.queue?.name ?? m.common_unknown();
	const agent = moment.agent?.name ?? m.common_unknown();
	const bot = moment.bot ?? m.contact_a_bot();
	const words: Record<string, () => string> = {
		'marea.contact.started': m.contact_event_started,
		'marea.contact.queued': () => m.contact_event_queued({ queue }),
		'marea.contact.offered': () => m.contact_event_offered({ agent }),
		'marea.contact.answered': () => m.contact_event_answered({ agent }),
		'marea.contact.held': m.contact_event_held,
		'marea.contact.resumed': m.contact_event_resumed,
		'marea.contact.transferred': () =>
			moment.to ? m.contact_event_transferred_to({ to: moment.to.name }) : m.contact_event_transferred(),
		'marea.contact.abandoned': m.contact_event_abandoned,
		'marea.contact.flowed_out': () =>
			moment.to ? m.contact_event_flowed_out_to({ to: moment.to.name }) : m.contact_event_flowed_out(),
		'marea.contact.ended': m.contact_event_ended,
		'marea.contact.wrapped': m.contact_event_wrapped,
		'marea.bot.started': () => m.contact_event_bot_started({ bot }),
		'marea.bot.resolved': () => m.contact_event_bot_resolved({ bot }),
		'marea.bot.escalated': () => m.contact_event_bot_escalated({ bot }),
		'marea.bot.late': m.handoff_late_moment,
		'marea.survey': () => m.contact_event_survey({ score: formatCount(moment.score) })
	};
	return words[moment.type]?.() ?? moment.type;
}

const ICONS: Record<string, IconName> = {
	'marea.contact.queued': 'clock',
	'marea.contact.offered': 'phone',
	'marea.contact.answered': 'account',
	'marea.contact.held': 'stop',
	'marea.contact.resumed': 'play',
	'marea.contact.transferred': 'chevron-right',
	'marea.contact.flowed_out': 'chevron-right',
	'marea.contact.abandoned': 'close',
	'marea.contact.ended': 'check',
	'marea.bot.started': 'bot',
	'marea.bot.resolved': 'bot',
	'marea.bot.escalated': 'bot',
	'marea.bot.late': 'warning'
};
export const momentIcon = (type: string): IconName => ICONS[type] ?? 'info';
