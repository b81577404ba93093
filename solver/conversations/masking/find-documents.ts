import { isSpanishDocument } from './is-spanish-document.ts';
import type { Span } from './personal-data.ts';

/** DNI and NIE, recognised by their check letter. */
const SPANISH =
	/(?<![A-Za-z0-9])(?:[XYZxyz][ -]?\d{7}|\d{2}[. ]?\d{3}[. ]?\d{3})[ -]?[A-Za-z](?![A-Za-z0-9])/g;
/** US social security numbers as they are written, without areas that were never given out. */
const SOCIAL_SECURITY = /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g;
/** UK national insurance numbers. */
const NATIONAL_INSURANCE =
	/(?<![A-Za-z0-9])(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z0-9])/g;
/** What its own name announces: "pasaporte AAB123456", "my passport number is 533401234", "DNI 12345678". */
const NAMED =
	/(?<![\p{L}])(?:pasaporte|passport|dni|nie|nif|c[ée]dula|curp|ssn|social security|seguridad social|national insurance|documento de identidad|id card)(?:[ .:]{1,3}(?:n[úu]mero|number|no|n[º°]|num|is|es|el|de|my|mi|card)){0,3}[ .:]{1,3}([A-Za-z]{0,4}[ -]?\d[A-Za-z0-9. -]{4,17}[A-Za-z0-9]|[A-Za-z]{4}\d{6}[A-Za-z0-9]{8})(?![A-Za-z0-9])/giu;
const FEWEST_DIGITS = 6;

/** Identity documents: DNI, NIE, US and UK numbers by their form, and others where their name stands before them. */
export function findDocuments(text: string): Span[] {
	const found: Span[] = [];
	const add = (start: number, end: number) => found.push({ start, end });
	for (const { 0: match, index } of text.matchAll(SPANISH))
		if (isSpanishDocument(match)) add(index, index + match.length);
	for (const pattern of [SOCIAL_SECURITY, NATIONAL_INSURANCE])
		for (const { 0: match, index } of text.matchAll(pattern)) add(index, index + match.length);
	for (const { 0: match, 1: number, index } of text.matchAll(NAMED)) {
		// Words that follow the number are not its own.
		const own = /^[A-Za-z]{0,4}(?:[ -]?[A-Za-z]?[\d.]+)+(?:-?[A-Za-z](?![A-Za-z]))?|^[A-Za-z0-9]+/
			.exec(number!)![0]
			.replace(/[. -]+$/, '');
		if (own.replace(/\D/g, '').length < FEWEST_DIGITS) continue;
		const start = index + match.length - number!.length;
		add(start, start + own.length);
	}
	return found;
}
