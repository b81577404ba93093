/** Lengths that each issuer's numbers have, by how they begin (ISO/IEC 7812 registrations). */
const ISSUERS: [begins: RegExp, lengths: readonly number[]][] = [
	[/^4/, [13, 16, 19]],
	[/^(?:5[1-5]|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720))/, [16]],
	[/^3[47]/, [15]],
	[/^3(?:0[0-5]|[689])/, [14]],
	[/^35/, [16]],
	[/^6(?:011|2|4[4-9]|5)/, [16, 17, 18, 19]],
	[/^(?:50|5[6-8]|63|67)/, [13, 14, 15, 16, 17, 18, 19]]
];

const NONE: readonly number[] = [];

/** The lengths that a card number may have whose first digits these are; none: no issuer begins so. */
export const cardLengths = (firstDigits: string): readonly number[] =>
	ISSUERS.find(([begins]) => begins.test(firstDigits))?.[1] ?? NONE;

/** Does a run of digits pass the Luhn check (ISO/IEC 7812)? */
export function passesLuhn(digits: string): boolean {
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
		const doubled = i % 2 === 1 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}
