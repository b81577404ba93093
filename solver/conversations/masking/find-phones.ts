import type { Span } from './personal-data.ts';

const S = '[ \\u00a0.-]';
const SHAPES = [
	// With the country's code.
	`\\+[1-9]\\d{0,2}(?:${S}?\\(?\\d{1,4}\\)?){2,6}\\d`,
	`00(?:34|44|33|49|39|351|1|52|54|57|56|51)(?:${S}?\\d{2,4}){2,5}`,
	// Spain: nine digits from 6, 7, 8 or 9.
	`[6789]\\d{8}`,
	`[6789]\\d{2}${S}\\d{3}${S}\\d{3}`,
	`[6789]\\d{2}${S}\\d{2}${S}\\d{2}${S}\\d{2}`,
	`[6789]\\d{2}${S}\\d{6}`,
	`[89]\\d${S}\\d{3}${S}\\d{2}${S}\\d{2}`,
	`[6789](?: \\d){8}`,
	// United Kingdom.
	`0[1-9]\\d{8,9}`,
	`0[1-9]\\d{1,4}${S}\\d{3,4}${S}?\\d{3,4}`,
	`0[1-9]\\d{2,4}${S}\\d{5,6}`,
	// North America.
	`\\([2-9]\\d{2}\\) ?\\d{3}[ .-]\\d{4}`,
	`[2-9]\\d{2}[ .-]\\d{3}[ .-]\\d{4}`
];
const PHONE = new RegExp(
	`(?<![\\p{L}\\d.,:€$£/+-]|\\d[ ])(?:${SHAPES.join('|')})(?![\\p{L}\\d€$£/%]|[.,:-]\\d| ?(?:€|euros?|eur|kwh|pounds|dollars|megas?|gb|mb|megabytes?|horas|hours|km)\\b)`,
	'gu'
);
const ORDER =
	/(?:pedido|orden|referencia|ref|contrato|factura|expediente|caso|incidencia|seguimiento|lectura|contador|cups|order|reference|case|ticket|invoice|contract|tracking|reading|meter|policy|póliza|código|code)(?:[\s.:#]+(?:number|no|n[º°]|número|num|es|is|el|the|de)){0,3}[\s.:#º°]*$/iu;
const LOOK_BACK = 40;
const [FEWEST, MOST] = [8, 15];

/**
 * Telephone numbers of Spain, the United Kingdom and North America, and of any country with its code. A bare run of
 * digits that is announced as an order, contract, meter or case is left. Cost: linear in the text's length.
 */
export function findPhones(text: string): Span[] {
	const found: Span[] = [];
	for (const { 0: match, index } of text.matchAll(PHONE)) {
		const digits = match.replace(/\D/g, '').length;
		if (digits < FEWEST || digits > MOST) continue;
		if (/^\d+$/.test(match) && ORDER.test(text.slice(Math.max(0, index - LOOK_BACK), index))) continue;
		found.push({ start: index, end: index + match.length });
	}
	return found;
}
