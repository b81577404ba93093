import type { Language } from './scenario.ts';

const FIRST: Record<Language, string[]> = {
	es: 'María,Carmen,Ana,Isabel,Laura,Cristina,Marta,Pilar,Elena,Rosa,Raquel,Sonia,Nuria,Beatriz,Antonio,José,Manuel,Francisco,David,Javier,Daniel,Carlos,Jesús,Alejandro,Miguel,Rafael,Pedro,Ángel,Pablo,Sergio,Fernando,Jorge,Luis,Alberto,Óscar,Rubén'.split(
		','
	),
	en: 'Olivia,Amelia,Emily,Sophie,Grace,Hannah,Megan,Charlotte,Rachel,Karen,Susan,Linda,Fiona,Claire,Oliver,George,Harry,Jack,Thomas,James,William,Daniel,Matthew,Andrew,Peter,Paul,Simon,Stephen,Ian,Graham,Liam,Ryan,Priya,Aisha,Kwame,Wei'.split(
		','
	)
};
const LAST: Record<Language, string[]> = {
	es: 'García,Rodríguez,González,Fernández,López,Martínez,Sánchez,Pérez,Gómez,Martín,Jiménez,Ruiz,Hernández,Díaz,Moreno,Muñoz,Álvarez,Romero,Alonso,Gutiérrez,Navarro,Torres,Domínguez,Vázquez,Ramos,Gil,Ramírez,Serrano,Blanco,Molina,Castro,Ortega,Rubio,Marín,Soler,Vidal'.split(
		','
	),
	en: 'Smith,Jones,Taylor,Brown,Williams,Wilson,Johnson,Davies,Patel,Wright,Walker,White,Edwards,Hughes,Green,Hall,Thomas,Clarke,Jackson,Wood,Harris,Cooper,King,Turner,Ward,Morgan,Bell,Murphy,Bailey,Khan,Richardson,Cox,Marshall,Shaw,Foster,Okafor'.split(
		','
	)
};

/** The customer of a number in the pool of a language: always the same person, none of them real. */
export function customerOf(number: number, language: Language): { id: string; name: string } {
	const first = FIRST[language][number % FIRST[language].length]!;
	const last = LAST[language][Math.floor(number / FIRST[language].length) % LAST[language].length]!;
	return { id: `${language === 'es' ? 'C' : 'E'}${String(100_000 + number)}`, name: `${first} ${last}` };
}
