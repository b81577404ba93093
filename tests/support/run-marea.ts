import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface CliRun {
	code: number;
	stdout: string;
	stderr: string;
}

/** Runs the `marea` command as a user would, and resolves with what it said. */
export function runMarea(args: string[], input = ''): Promise<CliRun> {
	return new Promise((done) => {
		const child = execFile(
			process.execPath,
			['src/cli/main.ts', ...args],
			{ cwd: root, maxBuffer: 100_000_000, env: { ...process.env, NODE_ENV: 'production' } },
			(error, stdout, stderr) => done({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
		);
		child.stdin!.end(input);
	});
}

/** Makes an API key on a database and returns it. */
export async function makeKey(db: string, scope: 'ingest' | 'read' | 'act' | 'coaching'): Promise<string> {
	const { stdout, stderr } = await runMarea([
		'key',
		'add',
		'--name',
		`test ${scope}`,
		'--scope',
		scope,
		'--db',
		db,
		'--json'
	]);
	if (!stdout) throw new Error(`marea key add failed: ${stderr}`);
	return (JSON.parse(stdout) as { key: string }).key;
}
