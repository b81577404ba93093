/** The teams, named after the winds of the coast. */
export function demoTeams(): { id: string; name: string }[] {
	return [
		{ id: 'levante', name: 'Levante' },
		{ id: 'mistral', name: 'Mistral' },
		{ id: 'garbi', name: 'Garbí' },
		{ id: 'tramontana', name: 'Tramontana' },
		{ id: 'poniente', name: 'Poniente' },
		{ id: 'lebeche', name: 'Lebeche' }
	];
}
