/** Is a text, blanks and dashes aside, an IBAN whose check digits hold (ISO 13616, ISO 7064 MOD 97-10)? */
export function isIban(text: string): boolean {
	const plain = text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
	let rest = 0;
	for (let i = 0; i < plain.length; i++) {
		const code = plain.charCodeAt((i + 4) % plain.length);
		rest = code >= 65 ? (rest * 100 + code - 55) % 97 : (rest * 10 + code - 48) % 97;
	}
	return rest === 1;
}
