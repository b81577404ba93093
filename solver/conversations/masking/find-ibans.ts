import { isIban } from './is-iban.ts';
import type { Span } from './personal-data.ts';

/** Letters and digits of an IBAN, by country (ISO 13616 registry). */
const LENGTHS: Record<string, number> = {
	AD: 24,
	AE: 23,
	AL: 28,
	AT: 20,
	BA: 20,
	BE: 16,
	BG: 22,
	BR: 29,
	CH: 21,
	CR: 22,
	CY: 28,
	CZ: 24,
	DE: 22,
	DK: 18,
	DO: 28,
	EE: 20,
	ES: 24,
	FI: 18,
	FR: 27,
	GB: 22,
	GI: 23,
	GR: 27,
	GT: 28,
	HR: 21,
	HU: 28,
	IE: 22,
	IL: 23,
	IS: 26,
	IT: 27,
	LI: 21,
	LT: 20,
	LU: 20,
	LV: 21,
	MA: 28,
	MC: 27,
	MD: 24,
	ME: 22,
	MK: 19,
	MT: 31,
	NL: 18,
	NO: 15,
	PL: 28,
	PT: 25,
	RO: 24,
	RS: 22,
	SA: 24,
	SE: 24,
	SI: 19,
	SK: 24,
	SM: 27,
	SV: 28,
	TN: 24,
	TR: 26,
	UA: 29
};
const BEGINS = /(?<![A-Za-z0-9])([A-Za-z]{2})[ -]?\d{2}/g;
const isSeparator = (code: number) => code === 0x20 || code === 0xa0 || code === 0x2d;
const isPart = (code: number) =>
	(code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** IBANs, in one piece or in groups by blanks or dashes, of the country's length and with right check digits. */
export function findIbans(text: string): Span[] {
	const found: Span[] = [];
	for (const { 1: country, index } of text.matchAll(BEGINS)) {
		const length = LENGTHS[country!.toUpperCase()];
		if (length === undefined) continue;
		let end = index;
		let count = 0;
		while (end < text.length && count < length) {
			const code = text.charCodeAt(end);
			if (isPart(code)) count++;
			else if (!isSeparator(code) || isSeparator(text.charCodeAt(end - 1))) break;
			end++;
		}
		const isWhole = count === length && !(end < text.length && isPart(text.charCodeAt(end)));
		if (isWhole && isIban(text.slice(index, end))) found.push({ start: index, end });
	}
	return found;
}
