import type { Behaviour } from './catalogue.ts';

/** One behaviour for each cause; a centre puts its own words in their place. */
export const SEED_BEHAVIOURS: Behaviour[] = [
	{
		cause: 'knowledge',
		title: { en: 'Knows where the answer is', es: 'Sabe dónde está la respuesta' },
		signs: {
			en: 'Long silences while searching, the customer put on hold to ask somebody, passed on although it could have been solved here.',
			es: 'Silencios largos mientras busca, deja al cliente en espera para preguntar, transfiere lo que se podía resolver aquí.'
		}
	},
	{
		cause: 'call-control',
		title: { en: 'Keeps the conversation on course', es: 'Lleva el hilo de la conversación' },
		signs: {
			en: 'The reason is not confirmed early, the same is asked twice, the end is drawn out.',
			es: 'No confirma pronto el motivo, pregunta lo mismo dos veces, alarga la despedida.'
		}
	},
	{
		cause: 'wrap-up',
		title: { en: 'Writes up while talking', es: 'Anota mientras habla' },
		signs: {
			en: 'Notes begin only after the goodbye, whole sentences where codes would do, the same typed in two places.',
			es: 'Empieza a anotar tras la despedida, redacta frases donde bastan códigos, escribe lo mismo en dos sitios.'
		}
	},
	{
		cause: 'holding',
		title: { en: 'Holds only when it must be', es: 'Pone en espera solo si hace falta' },
		signs: {
			en: 'Hold in place of talking the customer through it, no word on how long, several holds in one call.',
			es: 'Pone en espera en lugar de ir explicando, no dice cuánto tardará, varias esperas en una llamada.'
		}
	},
	{
		cause: 'handing-on',
		title: { en: 'Solves before passing on', es: 'Resuelve antes de transferir' },
		signs: {
			en: 'Passed on within the first minute, no question to find out more, the next agent is told nothing.',
			es: 'Transfiere en el primer minuto, no pregunta para saber más, no cuenta nada a quien lo recibe.'
		}
	},
	{
		cause: 'first-resolution',
		title: { en: 'Makes sure that it is solved', es: 'Se asegura de que queda resuelto' },
		signs: {
			en: 'The next step is not said, nobody asks whether all is clear, what will come up tomorrow is not mentioned.',
			es: 'No dice el paso siguiente, no pregunta si ha quedado claro, no avisa de lo que surgirá mañana.'
		}
	},
	{
		cause: 'rushing',
		title: { en: 'Takes the time that it needs', es: 'Se toma el tiempo que hace falta' },
		signs: {
			en: 'Short contacts after which the customer comes back: the first answer given, the real question not heard.',
			es: 'Contactos cortos tras los que el cliente vuelve: da la primera respuesta sin oír la verdadera pregunta.'
		}
	},
	{
		cause: 'empathy',
		title: { en: 'Shows that the customer was heard', es: 'Muestra que ha escuchado' },
		signs: {
			en: 'Straight to the procedure after a complaint, no word on what it means for the customer, the mood does not lift.',
			es: 'Va directo al trámite tras una queja, no reconoce lo que supone para el cliente, el ánimo no mejora.'
		}
	},
	{
		cause: 'de-escalation',
		title: { en: 'Calms before solving', es: 'Calma antes de resolver' },
		signs: {
			en: 'Contradicts an angry customer, quotes rules first, hands over to a superior early.',
			es: 'Contradice al cliente enfadado, cita primero las normas, pasa pronto a un superior.'
		}
	},
	{
		cause: 'adherence',
		title: { en: 'Is there when it was planned', es: 'Está cuando estaba previsto' },
		signs: {
			en: 'Pauses begin late or last longer, the first minutes of the shift are missing.',
			es: 'Las pausas empiezan tarde o se alargan, faltan los primeros minutos del turno.'
		}
	},
	{
		cause: 'process',
		title: { en: 'Follows the steps that protect', es: 'Sigue los pasos que protegen' },
		signs: {
			en: 'Identity not checked, consent not asked, a step of the form left out.',
			es: 'No verifica la identidad, no pide el consentimiento, se salta un paso del formulario.'
		}
	}
];
