import { BOT_FILTERS, CONTACT_SORTS, MOOD_FILTERS, type ContactQuery } from '#lib/contracts/conversations.ts';
import { CUE_NAMES } from '#lib/contracts/cues.ts';
import { CHANNELS } from '#lib/contracts/terms.ts';
import { InvalidQuery, parsePeriod } from './parse-period.ts';

const MOST_WORDS = 6;
const MOST_LETTERS = 60;

/** Reads a list's filters, order and page from an address. */
export function parseContactQuery(query: URLSearchParams, nowMs: number, timeZone: string): ContactQuery {
	const text = (name: string) => query.get(name)?.slice(0, 200) || null;
	const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | null => {
		const asked = text(name);
		if (asked === null) return null;
		const found = values.find((value) => value === asked);
		if (!found)
			throw new InvalidQuery(`Listing contacts: ${name} "${asked}" must be one of ${values.join(', ')}.`);
		return found;
	};
	const [, sort, direction] = /^([\w-]+)\.(asc|desc)$/.exec(query.get('sort') ?? 'started.desc') ?? [];
	const known = CONTACT_SORTS.find((one) => one === sort);
	if (!known)
		throw new InvalidQuery(
			`Listing contacts: sort "${query.get('sort')}" must be one of ${CONTACT_SORTS.join(', ')} with .asc or .desc.`
		);
	const page = Number(query.get('page') ?? 1);
	if (!Number.isSafeInteger(page) || page < 1)
		throw new InvalidQuery(`Listing contacts: page "${query.get('page')}" must be 1 or more.`);
	return {
		period: parsePeriod(query, nowMs, timeZone),
		state: oneOf('state', ['open', 'over'] as const),
		queue: text('queue'),
		channel: oneOf('channel', CHANNELS),
		agent: text('agent'),
		bot: oneOf('bot', BOT_FILTERS),
		language: text('language'),
		intent: text('intent'),
		mood: oneOf('mood', MOOD_FILTERS),
		cue: oneOf('cue', CUE_NAMES),
		words: (query.get('words') ?? '')
			.split(/\s+/)
			.filter((word) => word !== '')
			.slice(0, MOST_WORDS)
			.map((word) => word.slice(0, MOST_LETTERS)),
		sort: known,
		direction: direction === 'asc' ? 'asc' : 'desc',
		page
	};
}
