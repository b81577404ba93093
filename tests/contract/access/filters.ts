import type { ContactQuery } from '#lib/contracts/conversations.ts';
import type { TwoSites } from './two-sites.ts';

const DAY = 24 * 3_600_000;

/** Every contact of the last days. */
export const describeFilter = ({ at }: TwoSites): ContactQuery => ({
	period: { name: 'custom', fromMs: at - DAY, toMs: at + DAY, fromDay: '', toDay: '' },
	state: null,
	queue: null,
	channel: null,
	agent: null,
	bot: null,
	language: null,
	intent: null,
	mood: null,
	cue: null,
	words: [],
	sort: 'started',
	direction: 'asc',
	page: 1
});
