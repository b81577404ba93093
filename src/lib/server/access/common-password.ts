// What most guessed passwords are made from, in English and Spanish; digits and signs around them help nobody.
const BASES = new Set(
	`password passw0rd passwort contrasena clave secreto secret qwerty qwertyuiop qwertzuiop asdfghjkl zxcvbnm azerty
	welcome bienvenido bienvenida letmein iloveyou tequiero teamo admin administrator administrador root login changeme
	cambiame default master superman batman dragon monkey football futbol baseball princess princesa sunshine shadow
	trustno whatever freedom computer internet michael jennifer jordan charlie hunter killer starwars pokemon summer
	winter spring autumn verano invierno primavera otono january february monday lunes company empresa support soporte
	service servicio callcenter contactcenter marea realmadrid barcelona america colombia mexico argentina espana test
	testing prueba demo guest invitado user usuario supervisor agent agente hello hola abcdef abcdefgh abcdefghij`.split(
		/\s+/
	)
);
const LEET: Record<string, string> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	'@': 'a',
	$: 's',
	'!': 'i'
};
const ROWS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const unleet = (text: string): string => [...text].map((letter) => LEET[letter] ?? letter).join('');
const lettersOnly = (text: string): string => text.replace(/[^a-z]/g, '');

/** A stretch of the keyboard or of the alphabet, forwards or backwards. */
const isRow = (text: string): boolean =>
	ROWS.some((row) => {
		const round = row + row;
		return round.includes(text) || [...round].reverse().join('').includes(text);
	});

/** The shortest piece that the text repeats. */
function period(text: string): string {
	for (let length = 1; length <= text.length / 2; length++) {
		const piece = text.slice(0, length);
		if (piece.repeat(Math.ceil(text.length / length)).slice(0, text.length) === text) return piece;
	}
	return text;
}

/**
 * Whether a password is among the first that would be guessed: one common word with digits and signs around it, one
 * piece over and over, a row of keys, or little more than what is known of its owner. No rule asks for kinds of signs.
 *
 * @param known what a guesser knows: the address, the person's and the site's name
 */
export function isCommonPassword(password: string, known: readonly string[] = []): boolean {
	const text = plain(password);
	const piece = period(text);
	if (piece.length <= 3 || isRow(piece)) return true;
	const words = [
		lettersOnly(text),
		lettersOnly(unleet(text)),
		lettersOnly(unleet(text.replace(/[\d\W_]+$/, '')))
	];
	if (words.some((word) => BASES.has(word) || BASES.has(period(word)))) return true;
	const own = known.flatMap((one) => plain(one).split(/[^a-z0-9]+/)).filter((part) => part.length >= 4);
	return own.some(
		(part) => text.includes(part) && text.replaceAll(part, '').replace(/[\d\W_]/g, '').length < 4
	);
}
