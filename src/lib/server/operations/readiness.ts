import type { Context } from '../context.ts';

export interface Readiness {
	status: 'ready' | 'draining' | 'unavailable';
	/** Why not, without values from the database. */
	reason: string | null;
}

/** Whether requests should be sent here. The schema is the newest wherever a context is open: opening migrates. */
export async function readiness({ db }: Context, draining: boolean): Promise<Readiness> {
	if (draining) return { status: 'draining', reason: 'The server is about to stop.' };
	if (db.writer.failing !== null)
		return { status: 'unavailable', reason: `The last write failed (${db.writer.failing}).` };
	try {
		await db.client.execute('SELECT 1');
		return { status: 'ready', reason: null };
	} catch (error) {
		return {
			status: 'unavailable',
			reason: `The database does not answer (${(error as { code?: string }).code}).`
		};
	}
}
