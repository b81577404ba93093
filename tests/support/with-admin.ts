import { runMarea } from './run-marea.ts';
import { signIn } from './sign-in.ts';
import type { RunningServer } from './start-server.ts';

export const ADMIN = { email: 'admin@example.org', password: 'correct horse battery' };

/** Makes an administrator on a server's database. */
export async function addAdmin({ db }: Pick<RunningServer, 'db'>): Promise<void> {
	const added = await runMarea([
		...['user', 'add', '--email', ADMIN.email, '--name', 'Ada Admin', '--role', 'admin'],
		...['--password', ADMIN.password, '--db', db]
	]);
	if (added.code !== 0) throw new Error(`marea user add failed: ${added.stderr}`);
}

/** The same, and signs in; resolves to the Cookie header. */
export async function withAdmin(server: RunningServer): Promise<string> {
	await addAdmin(server);
	return signIn(server, ADMIN.email, ADMIN.password);
}
