import type { Role } from '#lib/contracts/terms.ts';

export const DEMO_PASSWORD = 'marea-demo';

/** Shown on the sign-in page in demo mode only. */
export const DEMO_ACCOUNTS: readonly { email: string; name: string; role: Role }[] = [
	{ email: 'supervisor@demo.marea', name: 'Sofía Supervisor', role: 'supervisor' },
	{ email: 'planner@demo.marea', name: 'Pau Planner', role: 'planner' },
	{ email: 'agent@demo.marea', name: 'Ana Agent', role: 'agent' },
	{ email: 'admin@demo.marea', name: 'Ada Admin', role: 'admin' }
];
