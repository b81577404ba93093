/** The walls that a single file cannot show: cycles, and the direction in which the parts depend on each other. */
export default {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'solver-stands-alone',
			comment: 'solver/ imports nothing outside itself but its engines.',
			severity: 'error',
			from: { path: '^solver/', pathNot: '\\.test\\.ts$' },
			to: { pathNot: '^solver/|^node_modules/(highs|javascript-lp-solver)/' }
		},
		{
			name: 'only-domains-touch-the-database',
			severity: 'error',
			from: { pathNot: '^src/lib/server/|^tests/' },
			to: { path: '^src/lib/server/db/schema/|^node_modules/(drizzle-orm|@libsql)/' }
		},
		{
			name: 'domains-know-no-page',
			severity: 'error',
			from: { path: '^src/lib/server/' },
			to: { path: '^src/(routes|cli|lib/components|lib/live)/' }
		},
		{
			name: 'browser-code-stays-out-of-the-server',
			severity: 'error',
			from: { path: '^src/lib/(live|components|format|contracts)/' },
			to: { path: '^src/lib/server/' }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^src/lib/paraglide/|^build/|\\.svelte-kit' },
		tsPreCompilationDeps: false,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default'],
			extensions: ['.ts', '.js', '.mjs']
		}
	}
};
