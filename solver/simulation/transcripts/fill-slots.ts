import type { Random } from '../../numeric/random.ts';
import type { Language } from '../scenario.ts';
import { pick } from '../draws.ts';

export interface Speakers {
	site: string;
	agent: string;
	bot: string;
	customer: string;
}

const MONTHS: Record<Language, string[]> = {
	en: 'January,February,March,April,May,June,July,August,September,October,November,December'.split(','),
	es: 'enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre'.split(',')
};
const STREETS = 'Mayor,Alameda,San Jaime,del Mar,Colón,de la Paz,Cervantes,del Puerto,Gran Vía,Olivera'.split(
	','
);
const CITIES = 'Denia,Jávea,Gandía,Altea,Calpe,Torrevieja,Alicante,Benidorm,Oliva,Santa Pola'.split(',');
const PLANS = ['Marina 24', 'Noche Azul', 'Sol Hogar', 'Fibra Clara', 'Brisa'];
const DEVICES: Record<Language, string[]> = {
	en: ['router', 'meter', 'TV box', 'smart plug', 'thermostat'],
	es: ['router', 'contador', 'decodificador', 'enchufe inteligente', 'termostato']
};
const DAYPARTS: Record<Language, string[]> = { en: ['day'], es: ['día'] };

/**
 * Returns a function that fills {slots}. A slot's value depends on the contact's stream and the slot's name only, so
 * that an amount or a contract number is the same whenever it is said: to the bot, to the agent, after a transfer.
 */
export function fillSlots(contact: Random, language: Language, who: Speakers): (text: string) => string {
	const kept = new Map<string, string>();
	let random = contact;
	const firstName = (name: string) => name.split(' ')[0]!;
	const digits = (n: number) => Array.from({ length: n }, () => random.below(10)).join('');
	const draw: Record<string, () => string> = {
		site: () => who.site,
		agent: () => firstName(who.agent),
		bot: () => who.bot,
		name: () => who.customer,
		first: () => firstName(who.customer),
		daypart: () => pick(random, DAYPARTS[language]),
		amount: () => {
			const cents = random.uniform() < 0.5 ? `${language === 'es' ? ',' : '.'}${digits(2)}` : '';
			return `${8 + random.below(190)}${cents}`;
		},
		date: () => {
			const [day, month] = [1 + random.below(28), pick(random, MONTHS[language])];
			return language === 'es' ? `${day} de ${month}` : `${day} ${month}`;
		},
		time: () => `${8 + random.below(12)}:${pick(random, ['00', '15', '30', '45'])}`,
		ref: () => `CC${digits(7)}`,
		case: () => `R-${digits(5)}`,
		phone: () => `6${digits(2)} ${digits(3)} ${digits(3)}`,
		digits: () => digits(4).replace(/^0/, '7'),
		reading: () => `${1 + random.below(9)}${digits(4)}`,
		number: () => String(1 + random.below(120)),
		hours: () => String(2 + random.below(9)),
		days: () => String(2 + random.below(9)),
		years: () => String(2 + random.below(14)),
		street: () => pick(random, STREETS),
		city: () => pick(random, CITIES),
		plan: () => pick(random, PLANS),
		device: () => pick(random, DEVICES[language]),
		email: () => `${plain(who.customer).toLowerCase().replace(' ', '.')}@correo.example`
	};
	return (text) =>
		text.replace(/\{(\w+)\}/g, (slot, name: string) => {
			if (!kept.has(name)) {
				random = contact.fork(`slot ${name}`);
				kept.set(name, draw[name]?.() ?? slot);
			}
			return kept.get(name)!;
		});
}

/** Without accents. */
export const plain = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
