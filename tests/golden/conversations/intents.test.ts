import { describe, expect, it } from 'vitest';
import { guessIntent, trainIntents } from '#solver/conversations/index.ts';
import { demoIntentExamples, demoScenario, simulate } from '#solver/simulation/index.ts';

/** Written for this project; none is among the examples learned from, though some come near. */
const PARAPHRASES: Record<string, string> = {
	billing: `my bill is way too expensive this month
there is an amount on the invoice I do not recognise
why did you charge me so much
me habéis cobrado de más en la factura
no entiendo este importe del recibo
la factura ha subido una barbaridad`,
	payment: `can I pay with a different card
the payment was rejected by the bank
I want to change the bank account for the direct debit
quiero pagar a plazos
he pagado y me sigue saliendo pendiente
cambiar el número de cuenta de la domiciliación`,
	tariff: `which plan would be cheaper for me
I saw an offer on your website
is there a better tariff for an electric car
qué tarifa me sale más barata
quiero contratar la oferta de fibra
me interesa cambiar de tarifa`,
	cancel: `how do I cancel my contract
I want to leave and stop the service
quiero darme de baja
cancelen el contrato por favor
me voy a otra compañía, cómo lo hago`,
	complaint: `I want to make a complaint about how I was treated
your technician was rude to me
quiero poner una reclamación
nadie me da una solución, quiero quejarme
quiero hablar de una queja que puse`,
	outage: `the power is out in the whole building
we have no light since last night
the internet is down again
se ha ido la luz en el barrio
estamos sin internet desde ayer
hay un apagón en mi calle`,
	technical: `the wifi does not reach the kitchen
the app gives me an error when I sign in
my router keeps restarting
el router no enciende
la aplicación no me deja entrar
la wifi va lentísima`,
	move: `I am moving to a new flat next month
change of address for the contract
me mudo el mes que viene
necesito cambiar la dirección del suministro
voy a cambiar de casa y quiero llevarme el contrato`,
	appointment: `I need to change the day of the technician's visit
when is the engineer coming
nobody came for the appointment
a qué hora viene el técnico
quiero cambiar la cita del martes
el técnico no vino a la cita`
};
const ABOUT_NOTHING = `what is the weather like
tell me a joke
hello good morning
recommend me a pizza place
cuéntame un chiste
hola buenas
qué hora es
me gusta el fútbol
Wo ist mein Paket? Ich warte seit zwei Wochen
где мой заказ`.split('\n');

describe("guessIntent() with the demo's examples", () => {
	const model = trainIntents(demoIntentExamples());

	it('tells what is worded anew, and is seldom wrong when it is sure', () => {
		let [all, right, said] = [0, 0, 0];
		for (const [intent, texts] of Object.entries(PARAPHRASES))
			for (const text of texts.split('\n')) {
				const guess = guessIntent(model, [text]);
				all++;
				if (guess.intent !== null) said++;
				if (guess.intent === intent) right++;
			}
		expect(all).toBeGreaterThanOrEqual(50);
		expect(right / all, `${right} right, ${said} said of ${all}`).toBeGreaterThan(0.65);
		expect(right / said, `${right} right, ${said} said of ${all}`).toBeGreaterThan(0.85);
	});

	it('says nothing of what is about nothing', () => {
		const said = ABOUT_NOTHING.filter((text) => guessIntent(model, [text]).intent !== null);
		expect(said).toEqual([]);
	});

	it("tells the demo's own contacts in both languages from what their customers say", () => {
		const startMs = Date.parse('2026-03-04T07:00:00Z');
		const contacts = new Map<string, { intent: string; texts: string[] }>();
		for (const { type, data } of simulate(demoScenario(), {
			seed: 77,
			startMs,
			endMs: startMs + 3 * 3_600_000,
			utcOffsetSecondsAt: () => 3600
		})) {
			const { contact, intent, party, text } = data as Record<string, string | undefined>;
			if (!contact) continue;
			const known = contacts.get(contact) ?? { intent: '', texts: [] };
			contacts.set(contact, known);
			if (intent) known.intent = intent;
			if (type === 'marea.message' && party === 'customer') known.texts.push(text!);
		}
		let [all, right, wrong] = [0, 0, 0];
		for (const { intent, texts } of contacts.values()) {
			if (!intent || texts.length < 2) continue;
			const guess = guessIntent(model, texts.slice(0, 6)).intent;
			all++;
			if (guess === intent) right++;
			else if (guess !== null) wrong++;
		}
		expect(all).toBeGreaterThan(200);
		expect(right / all, `${right} right, ${wrong} wrong of ${all}`).toBeGreaterThan(0.8);
		expect(wrong / all, `${right} right, ${wrong} wrong of ${all}`).toBeLessThan(0.1);
	});
});
