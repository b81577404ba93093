import type { AgentShift, Language, ScenarioAgent } from '../scenario.ts';
import { demoHabits } from './demo-habits.ts';
import { plain } from '../transcripts/fill-slots.ts';

/** What a team does: skills with the proficiency of its median member. */
interface TeamPlan {
	team: string;
	skills: Record<string, number>;
	languages: Language[];
	/** Name, start of the shift (hour), days off (0 = Monday), and what one person can besides. */
	people: [name: string, startHour: number, daysOff: string, also?: Record<string, number>][];
}

const CALLS_TOO = { care: 0.5 };

const TEAMS: TeamPlan[] = [
	{
		team: 'levante',
		skills: { billing: 0.85, written: 0.5 },
		languages: ['es'],
		people: [
			['Lucía Fernández', 8, '56', { retention: 0.55 }],
			['Javier Ortega', 8, '56', { technical: 0.45 }],
			['Marta Iglesias', 7, '56'],
			['Andrés Molina', 9, '24', { sales: 0.5 }],
			['Carmen Vidal', 9, '01', { technical: 0.5 }],
			['Pablo Requena', 6, '23', { technical: 0.45 }],
			['Noelia Santos', 9, '56', { retention: 0.5 }],
			['Iván Cuesta', 8, '45', { technical: 0.5 }],
			['Beatriz Lozano', 16, '05', { sales: 0.5 }],
			['Adrián Pastor', 14, '56', { technical: 0.4 }],
			['Rocío Campos', 15, '34', { technical: 0.5 }],
			['Sergio Peris', 15, '56', { retention: 0.5 }],
			['Inés Belmonte', 16, '12', { technical: 0.5 }]
		]
	},
	{
		team: 'mistral',
		skills: { technical: 0.85 },
		languages: ['es'],
		people: [
			['Raúl Esteve', 6, '56', { billing: 0.5 }],
			['Nuria Climent', 7, '13', { billing: 0.5 }],
			['Óscar Benavent', 8, '13'],
			['Silvia Marco', 8, '26', { billing: 0.45 }],
			['Hugo Ferrándiz', 9, '12'],
			['Patricia Llorens', 8, '05'],
			['Diego Samper', 9, '56', { billing: 0.5 }],
			['Elena Cano', 12, '34'],
			['Víctor Sempere', 15, '56', { billing: 0.4 }],
			['Amparo Giner', 15, '01', { billing: 0.5 }],
			['Marcos Tortosa', 15, '56', { billing: 0.5 }],
			['Celia Arnau', 16, '13', { billing: 0.45 }]
		]
	},
	{
		team: 'garbi',
		skills: { sales: 0.85, retention: 0.7 },
		languages: ['es'],
		people: [
			['Daniel Roca', 8, '56'],
			['Alba Quiles', 8, '02', { billing: 0.5 }],
			['Gonzalo Prats', 9, '16'],
			['Verónica Sáez', 9, '56', { billing: 0.5 }],
			['Rubén Ibáñez', 10, '05'],
			['Laura Chover', 10, '24'],
			['Emilio Bosch', 15, '23', { billing: 0.45 }],
			['Teresa Aznar', 15, '56', { billing: 0.5 }],
			['Joaquín Mira', 14, '34', { billing: 0.5 }]
		]
	},
	{
		team: 'tramontana',
		skills: { care: 0.85, written: 0.5 },
		languages: ['en', 'es'],
		people: [
			['Emma Hughes', 6, '34'],
			['Oliver Grant', 8, '56'],
			['Charlotte Reid', 8, '05'],
			['Liam O’Connor', 8, '56'],
			['Priya Nair', 9, '12'],
			['Marina Wells', 9, '23', { digital: 0.6 }],
			['Thomas Ashby', 14, '36'],
			['Sofía Bennett', 15, '13'],
			['George Mallory', 15, '24'],
			['Isla Romero', 16, '56']
		]
	},
	{
		team: 'poniente',
		skills: { digital: 0.85, written: 0.75 },
		languages: ['es', 'en'],
		people: [
			['Aitana Bernabéu', 6, '56'],
			['Mateo Gisbert', 7, '34'],
			['Claudia Rivas', 8, '12'],
			['Nicholas Hart', 8, '23', CALLS_TOO],
			['Irene Calvo', 9, '02'],
			['Samuel Pardo', 11, '56'],
			['Grace Whitman', 13, '15', CALLS_TOO],
			['Álvaro Cerdán', 15, '13'],
			['Yolanda Miralles', 15, '06'],
			['Jack Donnelly', 16, '34', CALLS_TOO],
			['Miriam Soler', 16, '56']
		]
	},
	{
		team: 'lebeche',
		skills: { billing: 0.7, technical: 0.75, care: 0.65, digital: 0.6, written: 0.6 },
		languages: ['es', 'en'],
		people: [
			['Ismael Torregrosa', 22, '01'],
			['Ruth Calder', 22, '12'],
			['Fabián Leal', 23, '23'],
			['Natalia Kovac', 22, '34'],
			['Héctor Blasco', 23, '45'],
			['Megan Doyle', 22, '56'],
			['Salvador Ripoll', 23, '06']
		]
	}
];

/** Sixty-two people in six teams, with shifts of eight hours that cover the day and the night. */
export function demoAgents(): ScenarioAgent[] {
	let n = 0;
	return TEAMS.flatMap(({ team, skills, languages, people }) =>
		people.map(([name, startHour, daysOff, also]) => {
			const i = n++;
			const id = plain(name)
				.toLowerCase()
				.replace(/[^a-z]+/g, '.');
			return {
				id,
				name,
				team,
				skills: Object.entries({ ...skills, ...also }).map(([skill, median]) => ({
					skill,
					// Spread around the median by a fixed pattern: some are better, some are new.
					proficiency:
						Math.round(Math.min(1, Math.max(0.2, median + (((i * 7) % 11) - 5) * 0.025)) * 100) / 100
				})),
				languages,
				shifts: [shiftOf(i, startHour, daysOff)],
				concurrency: { voice: 1, chat: 3, messaging: 4, email: 1 },
				habits: demoHabits(id, i)
			};
		})
	);
}

/** Eight hours with two short breaks and a meal, staggered so that a team does not leave together. */
function shiftOf(i: number, startHour: number, daysOff: string): AgentShift {
	const stagger = (i % 6) * 600;
	const weekdays = [0, 1, 2, 3, 4, 5, 6].filter((day) => !daysOff.includes(String(day)));
	const startSeconds = startHour * 3600 + (i % 2) * 900;
	return {
		weekdays,
		startSeconds,
		endSeconds: startSeconds + 8 * 3600,
		breaks: [
			{ atSeconds: 5400 + stagger, durationSeconds: 900 },
			{ atSeconds: 21_000 + stagger, durationSeconds: 900 }
		],
		lunch: { atSeconds: 12_000 + stagger * 1.5, durationSeconds: 1800 },
		activities:
			i % 3 === 0
				? [{ kind: 'training', atSeconds: 18_600, durationSeconds: 1800, weekdays: [weekdays[i % 5]!] }]
				: i % 3 === 1
					? [{ kind: 'meeting', atSeconds: 9600, durationSeconds: 1200, weekdays: [weekdays[2]!] }]
					: []
	};
}
