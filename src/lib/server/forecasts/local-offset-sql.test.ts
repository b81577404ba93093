import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import { openTimeZone } from '../history/index.ts';
import { localOffsetSql } from './local-offset-sql.ts';

const HOUR_MS = 3_600_000;

describe('localOffsetSql()', () => {
	it.each(['Europe/Madrid', 'America/New_York', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe'])(
		'agrees with the zone at every hour of a year in %s',
		async (name) => {
			const zone = openTimeZone(name)!;
			const [fromAt, toAt] = [Date.UTC(2026, 0, 1, 5), Date.UTC(2027, 0, 1)];
			const client = createClient({ url: 'file::memory:' });
			const { rows } = await client.execute(
				`WITH RECURSIVE hours (at) AS (SELECT ${fromAt} UNION ALL SELECT at + ${HOUR_MS} FROM hours WHERE at < ${toAt - HOUR_MS})
				SELECT at, ${localOffsetSql(zone, 'at', { fromAt, toAt })} AS offset FROM hours`
			);
			client.close();
			expect(rows.length).toBe((toAt - fromAt) / HOUR_MS);
			for (const { at, offset } of rows) expect(offset).toBe(zone.offsetMs(Number(at)));
		}
	);
});
