import type { Client, InArgs, InStatement, ResultSet } from '@libsql/client';
import { meters } from '../meters.ts';

/** How the one that writes is doing. */
export interface Writer {
	/** Statements and transactions that were asked for and have not ended. */
	waiting: number;
	/** Milliseconds since 1970 UTC of the last write that went through. */
	lastAt: number | null;
	/** Since then every write has failed: why. Null = it works. */
	failing: string | null;
}

const isBusy = (error: unknown): boolean =>
	/SQLITE_BUSY|SQLITE_LOCKED/.test(String((error as { code?: unknown }).code));
/** A statement that its own data made fail says nothing of the writer. */
const isOfTheData = (error: unknown): boolean =>
	/SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE)/.test(String((error as { code?: unknown }).code));

/** Times and counts what goes through the client. */
export function watchClient(client: Client): Writer {
	const writer: Writer = { waiting: 0, lastAt: null, failing: null };
	const watch = async <T>(isWrite: boolean, run: () => Promise<T>): Promise<T> => {
		writer.waiting++;
		const endTimer = isWrite ? meters.writeSeconds.startTimer() : null;
		try {
			const answer = await run();
			if (isWrite) [writer.lastAt, writer.failing] = [Date.now(), null];
			return answer;
		} catch (error) {
			if (isBusy(error)) meters.busy.inc();
			if (isWrite && !isOfTheData(error)) {
				meters.failedWrites.inc();
				writer.failing = String((error as { code?: unknown }).code ?? 'unknown');
			}
			throw error;
		} finally {
			endTimer?.();
			writer.waiting--;
		}
	};
	const { batch, execute } = client;
	client.batch = (statements, mode) => watch(mode !== 'read', () => batch.call(client, statements, mode));
	const isWrite = (statement: InStatement): boolean =>
		/^\s*(insert|update|delete|replace)/i.test(typeof statement === 'string' ? statement : statement.sql);
	client.execute = (statement: InStatement | string, args?: InArgs) =>
		watch(isWrite(statement), () =>
			args === undefined
				? (execute as (statement: InStatement) => Promise<ResultSet>).call(client, statement as InStatement)
				: (execute as (sql: string, args: InArgs) => Promise<ResultSet>).call(
						client,
						statement as string,
						args
					)
		);
	return writer;
}
