import { cardLengths, passesLuhn } from './card-number.ts';
import type { Span } from './personal-data.ts';

const RUN = /\d(?:[ \u00a0-]?\d){12,}/g;
const FEWEST = 13;
const PREFIX = 6;
const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * Card numbers, in one piece or in groups by blanks or dashes, also where other digits follow (an expiry date). Cost:
 * linear in the text's length.
 */
export function findCards(text: string): Span[] {
	const found: Span[] = [];
	for (const { 0: run, index } of text.matchAll(RUN)) {
		// Place in the text of each digit; a number begins and ends where a group does.
		const places: number[] = [];
		for (let i = 0; i < run.length; i++) if (isDigit(run.charCodeAt(i))) places.push(i);
		const beginsGroup = (d: number) => d === 0 || places[d]! - places[d - 1]! > 1;
		const digits = places.map((place) => run[place]).join('');
		for (let from = 0; from + FEWEST <= places.length; from++) {
			if (!beginsGroup(from)) continue;
			for (const count of cardLengths(digits.slice(from, from + PREFIX)).toReversed()) {
				const to = from + count;
				if (to > places.length || (to < places.length && !beginsGroup(to))) continue;
				if (!passesLuhn(digits.slice(from, to))) continue;
				found.push({ start: index + places[from]!, end: index + places[to - 1]! + 1 });
				from = to - 1;
				break;
			}
		}
	}
	return found;
}
