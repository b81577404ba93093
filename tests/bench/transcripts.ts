import { parseContactQuery, listContacts } from '#lib/server/contacts/index.ts';
import { SYSTEM, type Context } from '#lib/server/context.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { say, timed } from './live/report.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const CONTACTS = 20_000;
const TURNS = 10;
const DAYS = 28;
const GOAL_MS = 600;
const WORDS =
	'el la no factura pedido router sin con llega otra vez ayer hoy número gracias persona espera cuándo precio'.split(
		' '
	);
const RARE = 'Devolución';

/** Searches of words in 200,000 messages, and the same answer by LIKE over every message as the reference. */
export default async function bench(): Promise<boolean> {
	const below = seededRandom(7);
	const db = await openDatabase('file::memory:', 'drizzle');
	const ctx: Context = { db, now: () => NOW };
	const [contacts, messages]: [unknown[][], unknown[][]] = [[], []];
	let rare = 0;
	for (let c = 0; c < CONTACTS; c++) {
		const at = NOW - below(DAYS * 86_400_000 - 86_400_000);
		contacts.push([`c${c}`, at]);
		const isRare = c % 500 === 0;
		if (isRare) rare++;
		for (let t = 0; t < TURNS; t++) {
			const said = Array.from({ length: 14 }, () => WORDS[below(WORDS.length)]).join(' ');
			messages.push([`c${c}`, t, at + t, isRare && t === TURNS - 1 ? `${said} ${RARE}` : said]);
		}
	}
	await db.client.batch(
		[
			{
				sql: `INSERT INTO contacts (id, source, channel, started_at, ended_at, last_event_at) SELECT value ->> 0, 'bench', 'chat', value ->> 1, value ->> 1, value ->> 1 FROM json_each(?)`,
				args: [JSON.stringify(contacts)]
			},
			{
				sql: `INSERT INTO messages (contact_id, ordinal, at, party, text) SELECT value ->> 0, value ->> 1, value ->> 2, 'customer', value ->> 3 FROM json_each(?)`,
				args: [JSON.stringify(messages)]
			}
		],
		'write'
	);
	const search = async (address: string) => {
		const query = parseContactQuery(new URLSearchParams(address), NOW, 'UTC');
		return timed(() => listContacts(ctx, SYSTEM, query, NOW));
	};
	const plain = await search('period=28d');
	const week = await search('period=7d&words=factura');
	const month = await search('period=28d&words=devolucion');
	const two = await search('period=28d&words=devolucion factura');
	const reference = await timed(() =>
		db.client.execute({
			sql: 'SELECT count(DISTINCT contact_id) AS n FROM messages WHERE text LIKE ?',
			args: [`%${RARE}%`]
		})
	);
	const isRight =
		plain.result.total === CONTACTS &&
		month.result.total === rare &&
		Number(reference.result.rows[0]!.n) === rare &&
		two.result.total <= rare;
	const slowest = Math.max(plain.cpuMs, week.cpuMs, month.cpuMs, two.cpuMs);
	say(
		`${CONTACTS * TURNS} messages: a page without words ${plain.cpuMs.toFixed(0)} ms; a common word in a week ${week.cpuMs.toFixed(0)} ms; ` +
			`a rare one in 28 days, any accent and case ${month.cpuMs.toFixed(0)} ms; two words ${two.cpuMs.toFixed(0)} ms; ` +
			`LIKE over all of them, as written ${reference.cpuMs.toFixed(0)} ms (ratio ${(month.cpuMs / reference.cpuMs).toFixed(1)}); ` +
			`answers ${isRight ? 'agree' : 'DIFFER'}`
	);
	say(`${slowest <= GOAL_MS ? 'met' : 'MISSED'}: a search ≤ ${GOAL_MS} ms`);
	db.close();
	return isRight && slowest <= GOAL_MS;
}
