import type { FormItem, FormSection, QualityForm, Words } from '#solver/quality/index.ts';

export const DEMO_FORM_NAME: Words = {
	en: 'Conversation with a customer',
	es: 'Conversación con un cliente'
};

const item = (
	id: string,
	weight: number,
	text: Words,
	guide: Words,
	more: Partial<Pick<FormItem, 'top' | 'allowNa' | 'fail'>> = {}
): FormItem => ({ id, weight, text, guide, top: 1, allowNa: false, fail: 'none', ...more });

const section = (id: string, weight: number, title: Words, items: FormItem[]): FormSection => ({
	id,
	weight,
	title,
	items
});

/** What the demo centre asks of a conversation. */
export const demoForm = (): QualityForm => ({
	sections: [
		section('opening', 15, { en: 'Opening', es: 'Apertura' }, [
			item(
				'greeting',
				1,
				{ en: 'Greets and says who is speaking', es: 'Saluda y dice quién habla' },
				{
					en: 'Yes: greeting and name in the first turn. A greeting by the bot before does not count.',
					es: 'Sí: saludo y nombre en el primer turno. El saludo previo del bot no cuenta.'
				}
			),
			item(
				'context',
				2,
				{ en: 'Takes up what is already known', es: 'Parte de lo que ya se sabe' },
				{
					en: 'Yes: does not ask again for what the customer told the bot or a colleague. Not applicable: nothing was known.',
					es: 'Sí: no vuelve a pedir lo que el cliente ya contó al bot o a otra persona. No aplica: no se sabía nada.'
				},
				{ allowNa: true }
			)
		]),
		section('solving', 45, { en: 'Understanding and solving', es: 'Entender y resolver' }, [
			item(
				'needs',
				2,
				{ en: 'Finds out what the customer needs', es: 'Averigua qué necesita el cliente' },
				{
					en: '0: goes ahead without asking. 2: asks, but leaves something open. 4: sums up the matter in own words and has it confirmed.',
					es: '0: sigue sin preguntar. 2: pregunta, pero deja algo sin aclarar. 4: resume el asunto con sus palabras y pide confirmación.'
				},
				{ top: 4 }
			),
			item(
				'right',
				3,
				{ en: 'What is said and done is right', es: 'Lo que dice y hace es correcto' },
				{
					en: 'No: a wrong answer, amount or step, even if the customer did not notice.',
					es: 'No: una respuesta, un importe o un paso equivocados, aunque el cliente no lo note.'
				}
			),
			item(
				'solved',
				2,
				{ en: 'Brings the matter to an end', es: 'Deja el asunto resuelto' },
				{
					en: '0: left open. 2: passed on or promised with a date. 4: done, and told so.',
					es: '0: queda abierto. 2: lo traspasa o lo promete con fecha. 4: hecho, y lo dice.'
				},
				{ top: 4 }
			)
		]),
		section('manner', 25, { en: 'Manner', es: 'Trato' }, [
			item(
				'empathy',
				2,
				{ en: 'Answers to how the customer feels', es: 'Responde a cómo se siente el cliente' },
				{
					en: '0: ignores anger or worry. 2: a set phrase. 4: names it and acts on it. Not applicable: no feeling showed.',
					es: '0: ignora el enfado o la preocupación. 2: una frase hecha. 4: lo nombra y actúa. No aplica: no mostró ninguno.'
				},
				{ top: 4, allowNa: true }
			),
			item(
				'plain',
				1,
				{ en: 'Speaks plainly', es: 'Habla con claridad' },
				{
					en: 'No: internal names, abbreviations, long sentences.',
					es: 'No: nombres internos, siglas, frases largas.'
				}
			),
			item(
				'hold',
				1,
				{ en: 'Announces holds and explains them', es: 'Avisa de las esperas y las explica' },
				{
					en: 'Not applicable: nobody was put on hold.',
					es: 'No aplica: no hubo retenciones.'
				},
				{ allowNa: true }
			)
		]),
		section('duty', 15, { en: 'Duties', es: 'Obligaciones' }, [
			item(
				'identity',
				1,
				{
					en: 'Makes sure of the identity before giving personal data',
					es: 'Comprueba la identidad antes de dar datos personales'
				},
				{
					en: 'No fails the whole evaluation. Not applicable: no personal data came up.',
					es: 'Un no suspende toda la evaluación. No aplica: no hubo datos personales.'
				},
				{ allowNa: true, fail: 'form' }
			),
			item(
				'respect',
				1,
				{ en: 'Stays respectful throughout', es: 'Mantiene el respeto en todo momento' },
				{
					en: 'No fails the whole evaluation: insults, mockery, hanging up on the customer.',
					es: 'Un no suspende toda la evaluación: insultos, burlas, colgar al cliente.'
				},
				{ fail: 'form' }
			)
		])
	]
});
