import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vitest/config';
import config from './svelte.config.mjs';
import { devRealtime } from './src/setup/dev-realtime.ts';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale']
		}),
		sveltekit(config),
		devRealtime()
	],
	ssr: {
		// Hundreds of small files, for each of which Node would read their package.json anew: most of a second of every start.
		noExternal: [
			'date-fns',
			'@date-fns/tz',
			'drizzle-orm',
			'better-auth',
			/^@better-auth\//,
			'better-call',
			'jose',
			'zod'
		],
		// The engines carry .wasm or native parts that a bundle would lose.
		external: [
			'highs',
			'@libsql/client/sqlite3',
			'@libsql/client',
			'libsql',
			'socket.io',
			'pino',
			'javascript-lp-solver'
		]
	},
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	server: { host: '127.0.0.1', port: Number(process.env.PORT ?? 5173) },
	test: {
		include: ['{src,solver,tests}/**/*.test.ts'],
		exclude: ['tests/e2e/**', 'tests/bench/**'],
		// On two processors the default leaves one of them idle.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
