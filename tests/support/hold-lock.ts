import { spawn } from 'node:child_process';
import { once } from 'node:events';

const HOLDER = `
const { DatabaseSync } = require('node:sqlite');
const db = new DatabaseSync(process.argv[1]);
db.exec('PRAGMA busy_timeout = 10000; BEGIN EXCLUSIVE');
process.stdout.write('locked');
process.stdin.resume().on('end', () => { db.exec('ROLLBACK'); process.exit(0); });
`;

/** Holds a database in a process of its own (a process's locks do not keep itself out); resolves to how to let it go. */
export async function holdLock(path: string): Promise<() => Promise<void>> {
	const holder = spawn(process.execPath, ['--no-warnings', '-e', HOLDER, path], {
		stdio: ['pipe', 'pipe', 'inherit']
	});
	await once(holder.stdout, 'data');
	return async () => {
		holder.stdin.end();
		await once(holder, 'exit');
	};
}
