import { RETURN_WINDOWS, type BotQuery } from '#lib/contracts/bots.ts';
import { InvalidQuery, parsePeriod } from '../contacts/index.ts';

const USUAL_WINDOW_DAYS = 7;

/** Reads the period, `bot`, `queue`, `intent`, `language` and `window` (days) from an address. */
export function parseBotQuery(query: URLSearchParams, nowMs: number, timeZone: string): BotQuery {
	const text = (name: string) => query.get(name)?.slice(0, 200) || null;
	const asked = Number(query.get('window') ?? USUAL_WINDOW_DAYS);
	const windowDays = RETURN_WINDOWS.find((days) => days === asked);
	if (windowDays === undefined)
		throw new InvalidQuery(
			`Reading the bots: window "${query.get('window')}" must be one of ${RETURN_WINDOWS.join(', ')} days.`
		);
	return {
		period: parsePeriod(query, nowMs, timeZone),
		bot: text('bot'),
		queue: text('queue'),
		intent: text('intent'),
		language: text('language'),
		windowDays
	};
}
