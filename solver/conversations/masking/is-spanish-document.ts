const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Is a text a DNI (eight digits and letter) or NIE (X, Y or Z, seven digits and letter) whose check letter holds? */
export function isSpanishDocument(text: string): boolean {
	const plain = text.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
	if (!/^(?:\d{8}|[XYZ]\d{7})[A-Z]$/.test(plain)) return false;
	const number = Number(plain.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))));
	return LETTERS[number % 23] === plain[8];
}
