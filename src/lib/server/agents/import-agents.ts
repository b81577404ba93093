import Papa from 'papaparse';
import { requireRight } from '../access/index.ts';
import type { Actor, Context } from '../context.ts';
import { writeAgents, type NewAgent } from './write-agents.ts';

export interface ImportAgentsResult {
	imported: number;
	errors: { line: number; column: string | null; problem: string }[];
}

const COLUMNS = ['agent', 'name', 'team', 'skills', 'min_hours_per_week', 'max_hours_per_week'];

/**
 * Brings in agents from CSV: `agent` and `name`, optional `team`, `skills` (`billing;sales:0.7`, proficiency 0–1),
 * `min_hours_per_week`, `max_hours_per_week`. Good rows are kept and each bad one is named.
 */
export async function importAgents(ctx: Context, actor: Actor, text: string): Promise<ImportAgentsResult> {
	requireRight(actor, 'roster.compute');
	const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
		header: true,
		skipEmptyLines: true,
		transformHeader: (header) => header.trim().toLowerCase()
	});
	const errors: ImportAgentsResult['errors'] = [];
	for (const column of ['agent', 'name'])
		if (!meta.fields?.includes(column))
			errors.push({
				line: 1,
				column,
				problem: `the column "${column}" is missing; a file has ${COLUMNS.join(', ')}`
			});
	if (errors.length > 0) return { imported: 0, errors };
	const people: NewAgent[] = [];
	const seen = new Set<string>();
	data.forEach((row, i) => {
		const line = i + 2;
		const person = readPerson(row);
		if ('problem' in person) errors.push({ line, ...person });
		else if (seen.has(person.id))
			errors.push({ line, column: 'agent', problem: `"${person.id}" is there twice` });
		else {
			seen.add(person.id);
			people.push(person);
		}
	});
	if (people.length > 0) await writeAgents(ctx, actor, 'agents.import', people);
	return { imported: people.length, errors };
}

function readPerson(row: Record<string, string>): NewAgent | { column: string; problem: string } {
	const id = row.agent?.trim() ?? '';
	const name = row.name?.trim() ?? '';
	if (id === '' || id.length > 200)
		return { column: 'agent', problem: `"${id}" must have 1 to 200 characters` };
	if (name === '') return { column: 'name', problem: 'the name is empty' };
	const hours = (column: string, fallback: number): number =>
		row[column]?.trim() ? Number(row[column]) : fallback;
	const maxHoursPerWeek = hours('max_hours_per_week', 40);
	const minHoursPerWeek = hours('min_hours_per_week', 0);
	for (const [column, value] of [
		['max_hours_per_week', maxHoursPerWeek],
		['min_hours_per_week', minHoursPerWeek]
	] as const)
		if (!(value >= 0 && value <= 60))
			return { column, problem: `"${row[column]}" must be hours from 0 to 60` };
	if (minHoursPerWeek > maxHoursPerWeek)
		return { column: 'min_hours_per_week', problem: 'the least hours are above the most' };
	const skills: NewAgent['skills'] = [];
	for (const part of (row.skills ?? '').split(';').filter((part) => part.trim() !== '')) {
		const [skill = '', level = '1'] = part.split(':').map((piece) => piece.trim());
		const proficiency = Number(level);
		if (skill === '' || !(proficiency >= 0 && proficiency <= 1))
			return {
				column: 'skills',
				problem: `"${part}" must be a skill, or a skill and a proficiency such as sales:0.7`
			};
		if (!skills.some((known) => known.skill === skill)) skills.push({ skill, proficiency });
	}
	return { id, name, team: row.team?.trim() || null, skills, minHoursPerWeek, maxHoursPerWeek };
}
