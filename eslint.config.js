import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.mjs';

/**
 * @param {[string[], string][]} groups patterns, and what to say of them
 * @returns {import('eslint').Linter.RuleEntry}
 */
const forbid = (...groups) => ['error', { patterns: groups.map(([group, message]) => ({ group, message })) }];

/**
 * A file inside one domain may not reach into another domain's files; only its index.ts.
 * @type {[string[], string]}
 */
const DOMAIN_INSIDES = [
	[
		'#lib/server/*/*',
		'!#lib/server/*/index.ts',
		'!#lib/server/db/**',
		'../../*/*',
		'!../../*/index.ts',
		'!../../db/**'
	],
	'A domain enters another only through its index.ts.'
];

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'src/lib/paraglide/', 'data/', 'drizzle/', 'static/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } }
	},
	{
		// The wall around the pure library: nothing from outside but its engines, no clock, no chance, no I/O.
		files: ['solver/**/*.ts'],
		ignores: ['solver/**/*.test.ts'],
		rules: {
			'no-restricted-imports': forbid([
				[
					'#lib/*',
					'#lib/**',
					'**/src/**',
					'node:*',
					'fs',
					'path',
					'svelte',
					'@sveltejs/*',
					'drizzle-orm*',
					'@libsql/*',
					'date-fns',
					'zod'
				],
				'solver/ imports nothing outside itself but its engines (highs, javascript-lp-solver).'
			]),
			'no-restricted-globals': [
				'error',
				'process',
				'fetch',
				'setTimeout',
				'setInterval',
				'performance',
				'window',
				'document',
				'console'
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: "NewExpression[callee.name='Date'][arguments.length=0]",
					message: 'solver/ reads no clock: take `now` as a parameter.'
				},
				{
					selector: "MemberExpression[object.name='Date'][property.name='now']",
					message: 'solver/ reads no clock: take `now` as a parameter.'
				},
				{
					selector: "MemberExpression[object.name='Math'][property.name='random']",
					message: 'solver/ uses no ambient randomness: take a seed.'
				}
			]
		}
	},
	{
		files: ['src/lib/server/**/*.ts'],
		ignores: ['src/lib/server/**/*.test.ts'],
		rules: {
			'no-restricted-imports': forbid(DOMAIN_INSIDES, [
				['svelte', '$app/*'],
				'A domain knows no page; take what it needs as a parameter.'
			])
		}
	},
	{
		// Routes, sockets and the CLI are thin: they call domains, never the database.
		files: ['src/routes/**', 'src/cli/**/*.ts', 'src/hooks*.ts'],
		rules: {
			'no-restricted-imports': forbid([
				['drizzle-orm*', '@libsql/*', '#lib/server/db/schema/**'],
				'Only domains touch the database.'
			])
		}
	},
	{
		// Code that reaches the browser.
		files: ['src/lib/{live,components,format,contracts}/**'],
		rules: {
			'no-restricted-imports': forbid([
				['#lib/server/**', 'node:*'],
				'Client code imports contracts, format and light solver functions only.'
			])
		}
	},
	{ files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } }
);
