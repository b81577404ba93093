import type { Answer } from '#lib/contracts/handoff.ts';

/** A few answers of the demo centre. */
export const demoAnswers = (): Answer[] =>
	(
		[
			[
				'billing',
				'en',
				'I can see the double charge. The second one goes back to your account within three working days.'
			],
			['billing', 'es', 'Veo el cobro duplicado. El segundo vuelve a su cuenta en tres días laborables.'],
			['payment', 'en', 'I have moved the due date by ten days. No reminder will be sent until then.'],
			['payment', 'es', 'He aplazado el vencimiento diez días. Hasta entonces no recibirá ningún aviso.'],
			[
				'outage',
				'en',
				'A technician is on the way. You will get a text message as soon as the supply is back.'
			],
			['outage', 'es', 'Un técnico va de camino. Recibirá un mensaje en cuanto vuelva el suministro.']
		] as const
	).map(([intent, language, text]) => ({ id: `demo-${intent}-${language}`, intent, language, text }));
