import type { CoachingModule } from './catalogue.ts';

// Effects are opinions to start from, wide on purpose; what is measured takes their place.

/** Modules that a centre can begin with. */
export const SEED_MODULES: CoachingModule[] = [
	{
		id: 'search-drill',
		causes: ['knowledge', 'holding'],
		form: 'practice',
		title: { en: 'Ten questions against the clock', es: 'Diez preguntas contrarreloj' },
		summary: {
			en: 'Find the answers to the ten most frequent questions of the subject in the knowledge base, then compare the way with a colleague.',
			es: 'Busca en la base de conocimiento las diez preguntas más frecuentes del tema y compara el camino con un compañero.'
		},
		agentMinutes: 45,
		coachMinutes: 10,
		effects: [
			{ metric: 'aht', sds: 0.3, sd: 0.3 },
			{ metric: 'hold', sds: 0.4, sd: 0.3 },
			{ metric: 'transfer', sds: 0.25, sd: 0.3 }
		]
	},
	{
		id: 'beside-an-expert',
		causes: ['knowledge', 'handing-on', 'first-resolution'],
		form: 'side-by-side',
		title: { en: 'An hour beside somebody who knows', es: 'Una hora al lado de quien sabe' },
		summary: {
			en: 'Sit in with a mentor of the same queue: listen for half an hour, be listened to for the other half.',
			es: 'Acompaña a un mentor de la misma cola: media hora de escucha y media de ser escuchado.'
		},
		agentMinutes: 60,
		coachMinutes: 60,
		effects: [
			{ metric: 'aht', sds: 0.35, sd: 0.35 },
			{ metric: 'hold', sds: 0.4, sd: 0.35 },
			{ metric: 'transfer', sds: 0.4, sd: 0.35 },
			{ metric: 'fcr', sds: 0.3, sd: 0.35 }
		]
	},
	{
		id: 'open-and-confirm',
		causes: ['call-control'],
		form: 'role-play',
		title: { en: 'Reason, plan, end', es: 'Motivo, plan y cierre' },
		summary: {
			en: 'Practise three openings: confirm the reason in the first thirty seconds, say what comes next, end in two sentences.',
			es: 'Ensaya tres aperturas: confirmar el motivo en treinta segundos, decir qué viene y cerrar en dos frases.'
		},
		agentMinutes: 40,
		coachMinutes: 30,
		effects: [{ metric: 'aht', sds: 0.4, sd: 0.3 }]
	},
	{
		id: 'own-calls',
		causes: ['call-control', 'holding', 'rushing'],
		form: 'listening',
		title: { en: 'Three of mine, three of the best', es: 'Tres míos y tres de los mejores' },
		summary: {
			en: 'Go through three of your own contacts and three good ones of the same kind; write down one thing to keep and one to change.',
			es: 'Repasa tres contactos tuyos y tres buenos del mismo tipo; anota una cosa que mantener y otra que cambiar.'
		},
		agentMinutes: 40,
		coachMinutes: 20,
		effects: [
			{ metric: 'aht', sds: 0.25, sd: 0.3 },
			{ metric: 'hold', sds: 0.25, sd: 0.3 },
			{ metric: 'fcr', sds: 0.25, sd: 0.3 }
		]
	},
	{
		id: 'notes-in-time',
		causes: ['wrap-up'],
		form: 'practice',
		title: { en: 'Notes that are done at the goodbye', es: 'Notas listas al despedirse' },
		summary: {
			en: 'Write the note of five contacts during the talk, with the short forms of the team; measure the time after each.',
			es: 'Escribe la nota de cinco contactos durante la conversación con las abreviaturas del equipo y mide el tiempo posterior.'
		},
		agentMinutes: 30,
		coachMinutes: 15,
		effects: [{ metric: 'acw', sds: 0.5, sd: 0.3 }]
	},
	{
		id: 'pass-or-solve',
		causes: ['handing-on'],
		form: 'practice',
		title: { en: 'Pass on or solve?', es: '¿Transferir o resolver?' },
		summary: {
			en: 'Decide twelve real cases, then read what the rules of the queue and the later course say.',
			es: 'Decide doce casos reales y lee después qué dicen las normas de la cola y cómo siguieron.'
		},
		agentMinutes: 30,
		coachMinutes: 10,
		effects: [{ metric: 'transfer', sds: 0.4, sd: 0.3 }]
	},
	{
		id: 'last-question',
		causes: ['first-resolution', 'rushing'],
		form: 'role-play',
		title: { en: 'The question before the goodbye', es: 'La pregunta antes de despedirse' },
		summary: {
			en: 'Sum up, say the next step, ask for what is left open: practised on five cases that came back.',
			es: 'Resumir, decir el paso siguiente y preguntar qué queda: se ensaya con cinco casos que volvieron.'
		},
		agentMinutes: 40,
		coachMinutes: 30,
		effects: [
			{ metric: 'fcr', sds: 0.4, sd: 0.3 },
			{ metric: 'recontact', sds: 0.4, sd: 0.3 },
			{ metric: 'csat', sds: 0.15, sd: 0.3 }
		]
	},
	{
		id: 'heard-first',
		causes: ['empathy', 'de-escalation'],
		form: 'role-play',
		title: { en: 'First heard, then helped', es: 'Primero escuchar, luego ayudar' },
		summary: {
			en: 'Name what happened and what it means for the customer before the first step; four complaints by turns.',
			es: 'Nombrar lo ocurrido y lo que supone para el cliente antes del primer paso; cuatro quejas por turnos.'
		},
		agentMinutes: 45,
		coachMinutes: 45,
		effects: [
			{ metric: 'csat', sds: 0.35, sd: 0.3 },
			{ metric: 'mood', sds: 0.4, sd: 0.3 },
			{ metric: 'escalation', sds: 0.3, sd: 0.3 }
		]
	},
	{
		id: 'words-that-calm',
		causes: ['de-escalation', 'empathy'],
		form: 'reading',
		title: { en: 'Words that calm', es: 'Palabras que calman' },
		summary: {
			en: 'A short guide with replies to ten hard openings; try two of them this week and note what came of it.',
			es: 'Guía breve con respuestas a diez comienzos difíciles; prueba dos esta semana y anota el resultado.'
		},
		agentMinutes: 20,
		coachMinutes: 5,
		effects: [
			{ metric: 'csat', sds: 0.15, sd: 0.25 },
			{ metric: 'mood', sds: 0.2, sd: 0.25 },
			{ metric: 'escalation', sds: 0.2, sd: 0.25 }
		]
	},
	{
		id: 'day-in-steps',
		causes: ['adherence'],
		form: 'practice',
		title: { en: 'The day in steps', es: 'El día por pasos' },
		summary: {
			en: 'Look at the own week together: where the minutes are lost, which reminder helps, what in the plan does not fit.',
			es: 'Mirar juntos la propia semana: dónde se pierden los minutos, qué aviso ayuda y qué no encaja del plan.'
		},
		agentMinutes: 20,
		coachMinutes: 20,
		effects: [{ metric: 'adherence', sds: 0.5, sd: 0.35 }]
	},
	{
		id: 'steps-that-protect',
		causes: ['process'],
		form: 'reading',
		title: { en: 'The steps, and why', es: 'Los pasos y su porqué' },
		summary: {
			en: 'The form of the quality check step by step with an example of what each one prevents; then evaluate two contacts oneself.',
			es: 'El formulario de calidad paso a paso con un ejemplo de lo que evita cada uno; después, evaluar dos contactos.'
		},
		agentMinutes: 30,
		coachMinutes: 10,
		effects: [{ metric: 'quality', sds: 0.4, sd: 0.3 }]
	}
];
