import { describe, expect, it } from 'vitest';
import { tokenise } from '../tokenise.ts';
import { identifyLanguage } from './identify-language.ts';

const languageOf = (text: string) => identifyLanguage(tokenise(text)).language;

const SENTENCES: Record<string, string[]> = {
	en: [
		'Where is my parcel?',
		'I need help with my bill',
		'thanks a lot',
		'cancel my subscription',
		'My internet has been down since yesterday',
		'The shoes are too small',
		'plz fix this asap'
	],
	es: [
		'¿Dónde está mi paquete?',
		'Necesito ayuda con mi factura',
		'muchas gracias',
		'quiero devolver los zapatos',
		'llevo sin internet desde ayer',
		'cuanto cuesta el plan basico',
		'xq no me contestan'
	],
	mixed: [
		'Hola, can you help me? mi pedido no ha llegado and I need it tomorrow',
		'My bill is wrong, por favor necesito que me llamen hoy'
	],
	unknown: [
		'',
		'Wo ist mein Paket? Ich warte schon seit zwei Wochen',
		'Où est mon colis ? Je suis très déçu',
		'Preciso de ajuda com a minha conta',
		'Vorrei parlare con un operatore',
		'Ik wacht al een week op mijn pakket',
		'Gdzie jest moja paczka, dziękuję',
		'где мой заказ',
		'我的订单在哪里',
		'طلبي لم يصل'
	]
};

describe('identifyLanguage()', () => {
	it.each(Object.entries(SENTENCES).flatMap(([language, texts]) => texts.map((text) => [text, language])))(
		'"%s" is %s',
		(text, language) => expect(languageOf(text)).toBe(language)
	);

	it('is surer with more words of one language', () => {
		const few = identifyLanguage(tokenise('hola')).confidence;
		const many = identifyLanguage(tokenise('hola, quiero saber cuándo llega mi pedido')).confidence;
		expect(many).toBeGreaterThan(few);
	});

	it('shares add up to 1', () => {
		for (const text of Object.values(SENTENCES).flat()) {
			const { share } = identifyLanguage(tokenise(text));
			expect(share.en + share.es).toBeCloseTo(1, 12);
		}
	});
});
