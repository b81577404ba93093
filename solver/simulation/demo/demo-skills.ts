/** The skills that the queues ask for. Languages are a property of the agent. */
export function demoSkills(): { id: string; name: string }[] {
	return [
		{ id: 'billing', name: 'Billing and payments' },
		{ id: 'technical', name: 'Faults and technical help' },
		{ id: 'sales', name: 'Sales and moves' },
		{ id: 'retention', name: 'Retention' },
		{ id: 'care', name: 'Customer care' },
		{ id: 'digital', name: 'Chat and messaging' },
		{ id: 'written', name: 'E-mail' }
	];
}
