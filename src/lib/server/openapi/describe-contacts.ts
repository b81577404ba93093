import { json, query, refused } from './openapi-parts.ts';

/** Contacts, and what the bots did. */
export const CONTACT_PATHS = {
	'/api/v1/contacts': {
		get: {
			summary: 'Contacts, in progress and over',
			description:
				'The newest first unless `sort` says otherwise, 50 a page. CSV with Accept: text/csv: up to 10,000 rows.',
			parameters: [
				query('period', '`today`, `yesterday`, `7d`, `28d` or `custom`; 7d unless given.', false),
				query('from', 'First local date of a custom period, YYYY-MM-DD.', false),
				query('to', 'Its last.', false),
				query('state', '`open` or `over`.', false),
				query('queue', 'Only this queue.', false),
				query('channel', 'Only this channel.', false),
				query('agent', 'Only this agent.', false),
				query('bot', '`any`, `none`, `active`, `resolved`, `escalated` or `left`.', false),
				query('language', 'Only this language.', false),
				query('intent', 'Only this reason.', false),
				query('mood', '`negative`, `neutral`, `positive`, `falling` or `unknown`.', false),
				query('cue', 'A cue in the customer’s words, such as `legal-threat`.', false),
				query('words', 'Said in the transcript, each of them; accents and case do not matter.', false),
				query(
					'sort',
					'`started`, `duration`, `mood`, `shift`, `csat` or `repeats`, with .asc or .desc.',
					false
				),
				query('page', 'From 1.', false)
			],
			responses: {
				200: json({ type: 'object' }, 'Rows, how many there are, and pages.'),
				400: json(refused, 'A parameter is malformed.'),
				403: json(refused, 'The key may not read.')
			}
		}
	},
	'/api/v1/bots': {
		get: {
			summary: 'What the bots did in a period',
			parameters: [
				query('period', '`today`, `yesterday`, `7d`, `28d` or `custom` with `from` and `to`.', false),
				query('bot', 'Only this bot.', false),
				query('queue', 'Only this queue.', false),
				query('intent', 'Only this reason.', false),
				query('language', 'Only this language.', false),
				query('window', 'Days within which a return of the customer counts: 1, 3 or 7.', false)
			],
			responses: {
				200: json({ type: 'object' }, 'Totals, groups, reasons of escalation and the turn funnel.'),
				400: json(refused, 'A parameter is malformed.'),
				403: json(refused, 'The key may not read.')
			}
		}
	}
};
